//! A preview that runs for the length of a test.

use crate::process::Waymark;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The longest that anything may take. It is only reached by a test that fails.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// A site in a folder of its own and a preview of it.
pub struct Preview {
    folder: TempDir,
    child: Child,
    told: Arc<Mutex<String>>,
    /// Where it answers.
    pub address: SocketAddr,
}

impl Preview {
    /// A preview of the site that `waymark new` makes.
    pub fn of_new_site() -> Preview {
        Preview::of(|_| ())
    }

    /// The same, with a change before the preview starts.
    pub fn of(change: impl FnOnce(&Path)) -> Preview {
        let folder = TempDir::new().unwrap();
        let site = folder.path().join("site");
        Waymark::new(["new".as_ref(), site.as_os_str()]).run().ends_with(0);
        change(&site);
        let mut child = Command::new(env!("CARGO_BIN_EXE_waymark"))
            .args(["serve", "--port", "0"])
            .arg(&site)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let told = Arc::new(Mutex::new(String::new()));
        let addresses = listen(&mut child, Arc::clone(&told));
        let address = addresses.recv_timeout(DEADLINE).expect("the preview says where it is");
        Preview { folder, child, told, address }
    }

    /// A path in the site folder.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join("site").join(path)
    }

    /// Saves a file of the site.
    pub fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    /// What it has written to standard error since it said where it is.
    pub fn told(&self) -> String {
        let start = Instant::now();
        loop {
            let told = self.told.lock().unwrap().clone();
            if told.lines().last().is_some_and(|line| line.contains("ot built") || line.starts_with("Built")) {
                return told;
            }
            assert!(start.elapsed() < DEADLINE, "no summary: {told}");
            std::thread::yield_now();
        }
    }

    /// Ends it as Ctrl-C does. Gives its exit status.
    pub fn interrupt(&mut self) -> Option<i32> {
        let process = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &process]).status().unwrap().success());
        let start = Instant::now();
        loop {
            let ended: Option<ExitStatus> = self.child.try_wait().unwrap();
            if let Some(status) = ended {
                return status.code();
            }
            assert!(start.elapsed() < DEADLINE, "it goes on");
            std::thread::yield_now();
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Collects what a preview tells, and hands on its address.
fn listen(child: &mut Child, told: Arc<Mutex<String>>) -> Receiver<SocketAddr> {
    let (sender, addresses) = channel();
    let lines = BufReader::new(child.stderr.take().unwrap()).lines();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            let address = line.split_once("http://").and_then(|(_, rest)| rest.split_once('/'));
            match address.and_then(|(address, _)| address.parse().ok()) {
                Some(address) => {
                    told.lock().unwrap().clear();
                    let _ = sender.send(address);
                }
                None => *told.lock().unwrap() += &format!("{line}\n"),
            }
        }
    });
    addresses
}
