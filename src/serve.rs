//! The preview: a site folder in, its pages in a browser that follows every save.
//!
//! The site is built as `build` does it, into memory: nothing is written to disk. Only this machine is
//! answered. One thread watches and builds; it hands each [`Preview`] to the threads that answer as one
//! value, so that no browser ever sees half of a build.

mod answer;
mod build;
mod error;
mod events;
mod findings;
mod host;
mod media_type;
mod page;
mod pages;
mod preview;
mod search;
mod watch;

pub use build::Built;
pub use error::ServeError;

use crate::project::{OpenError, Project};
use axum::Router;
use preview::Preview;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use watch::Watch;

/// What a preview tells whoever runs it.
#[derive(Clone, Copy)]
pub enum News<'a> {
    /// The site was built, or could not be.
    Built(&'a Built),
    /// The system cannot tell of changes for this reason, so the folder is looked through every second.
    Scanning(&'a notify::Error),
}

/// A preview that is ready to answer.
pub struct Server {
    listener: TcpListener,
    previews: tokio::sync::watch::Receiver<Arc<Preview>>,
}

impl Server {
    /// Takes a port of this machine, builds the site in `root` and goes on building it whenever it
    /// changes. `open` is asked anew for every build.
    ///
    /// # Errors
    /// If the port cannot be had. Faults of the content are no errors here:
    /// they are told and shown.
    pub fn start(
        port: u16,
        root: &Path,
        open: impl Fn() -> Result<Project, OpenError> + Send + 'static,
        mut tell: impl FnMut(News) + Send + 'static,
    ) -> Result<Server, ServeError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| ServeError::bind(port, error))?;
        listener.set_nonblocking(true).map_err(ServeError::Run)?;
        // Watched before it is read, so that no save falls between the two.
        let mut watch = Watch::start(root, &mut tell).map_err(ServeError::Run)?;
        let build = move |last: &Preview| {
            let mut built = build::build(&open, last.pages.as_deref());
            (last.followed_by(&mut built), built)
        };
        let (first, built) = build(&Preview::default());
        tell(News::Built(&built));
        let (sender, previews) = tokio::sync::watch::channel(Arc::new(first));
        let follow = move || {
            loop {
                watch.wait(&mut tell);
                let last = Arc::clone(&sender.borrow());
                let (next, built) = build(&last);
                // Browsers come first; what is told here can be long.
                sender.send_replace(Arc::new(next));
                tell(News::Built(&built));
            }
        };
        std::thread::Builder::new().name("follow".to_owned()).spawn(follow).map_err(ServeError::Run)?;
        Ok(Server { listener, previews })
    }

    /// The address to open in a browser.
    ///
    /// # Errors
    /// If the system does not tell.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Answers until Ctrl-C.
    ///
    /// # Errors
    /// If the system gives no sockets or signals.
    pub fn run(self) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(ServeError::Run)?;
        let ended = runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            let site = Router::new().fallback(answer::answer).with_state(self.previews);
            let serving = axum::serve(listener, site).into_future();
            // Serving never ends by itself, and waits for nobody: a page that follows the site stays open for hours.
            tokio::spawn(serving);
            tokio::signal::ctrl_c().await
        });
        runtime.shutdown_background();
        ended.map_err(ServeError::Run)
    }
}
