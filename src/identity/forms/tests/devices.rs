//! Addresses and numbers of devices.

use super::{Kind, holds, holds_nothing};

#[test]
fn addresses_of_devices_are_found() {
    holds(
        Kind::IpAddress,
        &[
            "from ¦81.2.69.153¦ were",
            "¦2001:db8:85a3::8a2e:370:7334¦",
            "¦2001:0db8:85a3:0000:0000:8a2e:0370:7334¦",
            "¦fe80::1ff:fe23:4567:890a¦",
            "¦81[.]2[.]69[.]153¦",
            "¦00:1A:2B:3C:4D:5E¦",
            "¦00-1A-2B-3C-4D-5E¦",
            "IMEI ¦490154203237518¦",
            "IMEI ¦49-015420-323751-8¦",
        ],
    );
    holds_nothing(&["section 10.2.1.3", "1.2.3.4", "at 22:40:10", "a ratio of 1:2:3", "version 2.10.0.1"]);
}
