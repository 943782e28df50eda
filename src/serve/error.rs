//! Why a preview cannot run.

use std::error::Error;
use std::fmt;
use std::io;

/// Why a preview cannot run.
#[derive(Debug)]
pub enum ServeError {
    /// Another program listens on the port.
    Taken(u16),
    /// The port cannot be had for another reason.
    Bind(u16, io::Error),
    /// The system gives no folder, sockets, threads or signals.
    Run(io::Error),
}

impl ServeError {
    /// Why a port cannot be had.
    pub(super) fn bind(port: u16, error: io::Error) -> ServeError {
        match error.kind() {
            io::ErrorKind::AddrInUse => ServeError::Taken(port),
            _ => ServeError::Bind(port, error),
        }
    }
}

impl Error for ServeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            ServeError::Taken(_) => None,
            ServeError::Bind(_, error) | ServeError::Run(error) => Some(error),
        }
    }
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            ServeError::Taken(port) => write!(
                f,
                "port {port} is taken by another program, perhaps by another `waymark serve`; \
                 name another, such as --port {}, or take any free one with --port 0",
                if *port == u16::MAX { 4000 } else { port + 1 }
            ),
            ServeError::Bind(port, _) => {
                write!(f, "port {port} cannot be used; name another with --port, or take any free one with --port 0")
            }
            ServeError::Run(_) => write!(f, "the preview cannot run"),
        }
    }
}
