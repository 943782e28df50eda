//! The names under which a preview answers.
//!
//! A page elsewhere may give its own name the address of this machine and so read a preview as its own
//! (DNS rebinding). Its requests still carry its name, so only names of this machine are answered.

use axum::http::HeaderMap;
use axum::http::header::HOST;

/// Whether a request was meant for this machine.
pub fn is_local(headers: &HeaderMap) -> bool {
    let mut hosts = headers.get_all(HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.to_str().is_ok_and(names_this_machine),
        _ => false,
    }
}

fn names_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    name.eq_ignore_ascii_case("localhost") || matches!(name, "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_this_machine_pass_with_and_without_a_port() {
        for host in ["localhost", "LocalHost:4000", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:4000"] {
            assert!(names_this_machine(host), "{host}");
        }
    }

    #[test]
    fn no_other_name_passes() {
        let others = [
            "",
            ":4000",
            "example.org",
            "localhost.example.org:4000",
            "evil-localhost",
            "127.0.0.1.example.org",
            "127.0.0.2",
            "localhost:4000.example.org",
            "127.0.0.1:x",
            "::1",
            "user@localhost",
            "localhost localhost",
        ];
        for host in others {
            assert!(!names_this_machine(host), "{host}");
        }
    }

    #[test]
    fn a_request_without_a_host_or_with_two_is_refused() {
        let mut headers = HeaderMap::new();
        assert!(!is_local(&headers));
        headers.append(HOST, axum::http::HeaderValue::from_static("localhost"));
        assert!(is_local(&headers));
        headers.append(HOST, axum::http::HeaderValue::from_static("localhost"));
        assert!(!is_local(&headers));
    }
}
