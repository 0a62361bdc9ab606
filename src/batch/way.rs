//! Ways: takes two places on disk, gives the way from one to the other, and the place that a way leads to.

use std::path::{Component, Path, PathBuf};

/// The way from a folder to a file. Links are not followed, so that it stays the same wherever the tree is put.
pub(super) fn between(from: &Path, to: &Path) -> PathBuf {
    let (from, to) = (whole(from), whole(to));
    let (start, end): (Vec<Component<'_>>, Vec<_>) = (from.components().collect(), to.components().collect());
    let shared = start.iter().zip(&end).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        // Two drives: there is no way between them.
        return to;
    }
    let up = start[shared..].iter().map(|_| Component::ParentDir);
    up.chain(end[shared..].iter().copied()).collect()
}

/// The path from the root, with `..` worked out.
pub(super) fn whole(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(Path::new(".").join(path)).unwrap_or_else(|_| path.to_path_buf());
    let mut whole = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_there_and_is_worked_out_again() {
        let way = |from: &str, to: &str| between(Path::new(from), Path::new(to));
        assert_eq!(way("dist", "dist/a/b.pdf"), Path::new("a/b.pdf"));
        assert_eq!(way("", "dist/a.pdf"), Path::new("dist/a.pdf"));
        assert_eq!(way("out", "content/a.yaml"), Path::new("../content/a.yaml"));
        assert_eq!(way("x/../out", "content/./a.yaml"), Path::new("../content/a.yaml"));
        assert_eq!(whole(&Path::new("out").join("../content/a.yaml")), whole(Path::new("content/a.yaml")));
    }
}
