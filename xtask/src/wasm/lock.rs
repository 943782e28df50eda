//! Cargo.lock, as far as the engine asks: which packages it fixes.

use std::collections::BTreeSet;

/// The packages of a lock file, as `NAME VERSION`.
pub fn packages(lock: &str) -> BTreeSet<String> {
    let entries = lock.split("[[package]]").skip(1);
    entries.filter_map(|entry| Some(format!("{} {}", value(entry, "name")?, value(entry, "version")?))).collect()
}

/// The text of a line such as `name = "serde"`.
fn value<'e>(entry: &'e str, key: &str) -> Option<&'e str> {
    let rest = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
    rest.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::packages;

    #[test]
    fn every_package_has_a_name_and_a_version() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\ndependencies = [\n \"b\",\n]\n\n\
                    [[package]]\nname = \"b\"\nversion = \"0.2.0+x\"\n";
        assert_eq!(packages(lock).into_iter().collect::<Vec<_>>(), ["a 1.0.0", "b 0.2.0+x"]);
    }
}
