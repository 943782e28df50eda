//! Runs the `waymark` command as a user would, and never waits for it for ever.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The day that tests build for.
pub const DAY: &str = "2026-11-23";
/// No run of a test takes longer, not even without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(60);

/// A run to be started.
pub struct Waymark {
    command: Command,
    longest: Duration,
}

/// What a run gave.
#[derive(Debug)]
pub struct Ran {
    /// The exit status.
    pub code: i32,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
    /// How long it took.
    pub took: Duration,
}

impl Waymark {
    /// A run with arguments.
    pub fn new<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Waymark {
        let mut command = Command::new(env!("CARGO_BIN_EXE_waymark"));
        command.args(arguments).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        Waymark { command, longest: LONGEST }
    }

    /// `waymark COMMAND SITE --at` the day of the tests.
    pub fn on(command: &str, site: &Path) -> Waymark {
        Waymark::new([command.as_ref(), site.as_os_str(), "--at".as_ref(), DAY.as_ref()])
    }

    /// One more argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Waymark {
        self.command.arg(argument);
        self
    }

    /// A variable of the environment.
    pub fn env(mut self, name: &str, value: &str) -> Waymark {
        self.command.env(name, value);
        self
    }

    /// The folder to start in.
    pub fn within(mut self, folder: &Path) -> Waymark {
        self.command.current_dir(folder);
        self
    }

    /// How long it may take.
    pub fn at_most(mut self, seconds: u64) -> Waymark {
        self.longest = Duration::from_secs(seconds);
        self
    }

    /// Runs it to its end.
    ///
    /// # Panics
    /// If it takes too long, panics or is ended by a signal.
    pub fn run(mut self) -> Ran {
        let start = Instant::now();
        let mut child =
            self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let stdout = drain(child.stdout.take().unwrap());
        let stderr = drain(child.stderr.take().unwrap());
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if start.elapsed() > self.longest {
                child.kill().unwrap();
                child.wait().unwrap();
                panic!("{:?} takes longer than {:?}", self.command, self.longest);
            }
            thread::sleep(Duration::from_millis(3));
        };
        let ran = Ran {
            code: status.code().unwrap_or(-1),
            stdout: stdout.join().unwrap(),
            stderr: stderr.join().unwrap(),
            took: start.elapsed(),
        };
        let panicked = ran.stderr.contains("panicked at") || ran.stderr.contains("overflowed its stack");
        assert!(
            (0..=2).contains(&ran.code) && !panicked,
            "{:?} ended with {status}: {}",
            self.command,
            head(&ran.stderr)
        );
        ran
    }
}

impl Ran {
    /// Asserts the exit status, and shows what was said if it is another.
    pub fn ends_with(self, code: i32) -> Ran {
        assert_eq!(self.code, code, "stdout: {}\nstderr: {}", head(&self.stdout), head(&self.stderr));
        self
    }
}

/// Says something to whoever runs the tests, whether they pass or not.
pub fn say(line: &str) {
    let mut stderr = std::io::stderr().lock();
    writeln!(stderr, "{line}").unwrap();
}

/// As much of a long text as a person would read.
pub fn head(text: &str) -> String {
    text.chars().take(4_000).collect()
}

fn drain(mut from: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        from.read_to_end(&mut bytes).unwrap();
        String::from_utf8(bytes).expect("the command writes UTF-8")
    })
}
