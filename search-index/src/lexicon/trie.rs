//! Sequences of numbers, found step by step.

/// A tree of sequences; node 0 is its root.
#[derive(Clone, Debug, Default)]
pub struct Trie {
    nodes: Vec<Node>,
}

#[derive(Clone, Debug, Default)]
struct Node {
    /// In order of their numbers.
    children: Vec<(u32, u32)>,
    ends: Vec<usize>,
}

impl Trie {
    /// Adds a sequence that means `end`.
    pub fn insert(&mut self, sequence: &[u32], end: usize) {
        let mut at = 0;
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        for &number in sequence {
            at = match self.child(at, number) {
                Some(child) => child,
                None => self.add(at, number),
            };
        }
        let ends = &mut self.nodes[at as usize].ends;
        if !ends.contains(&end) {
            ends.push(end);
        }
    }

    fn add(&mut self, parent: u32, number: u32) -> u32 {
        let child = self.nodes.len() as u32;
        let children = &mut self.nodes[parent as usize].children;
        let place = children.partition_point(|(other, _)| *other < number);
        children.insert(place, (number, child));
        self.nodes.push(Node::default());
        child
    }

    /// The node behind `node` with this number.
    pub fn child(&self, node: u32, number: u32) -> Option<u32> {
        let children = &self.nodes.get(node as usize)?.children;
        let place = children.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        Some(children[place].1)
    }

    /// What the sequence that leads to this node means.
    pub fn ends(&self, node: u32) -> &[usize] {
        self.nodes.get(node as usize).map_or(&[], |node| &node.ends)
    }
}
