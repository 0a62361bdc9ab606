//! A whole job by choice: briefings that could be somebody's. A worker that has done thousands of others must give the
//! same bytes as a new one, and qpdf must accept the file.

#![no_main]

use std::cell::RefCell;
use std::process::Command;

use briefpress::pipeline::Worker;
use briefpress_fuzz::spec::Spec;
use briefpress_fuzz::{LOGO, WORKSHOP, judge, made, made_by, options};
use libfuzzer_sys::fuzz_target;

/// qpdf takes ten times as long as the job, so it looks at some.
const LOOKED_AT: usize = 50;

thread_local! {
    static OLD: RefCell<(Worker, usize)> = RefCell::new((Worker::new(&WORKSHOP), 0));
}

fuzz_target!(|spec: Spec| {
    let (yaml, options) = (spec.to_yaml(), options(usize::from(spec.options)));
    let fresh = made(&WORKSHOP, yaml.as_bytes(), None, LOGO, &options);
    judge(&fresh, &options);
    OLD.with_borrow_mut(|(old, files)| {
        let again = made_by(&WORKSHOP, old, yaml.as_bytes(), None, LOGO, &options);
        assert_eq!(fresh.products.len(), again.products.len(), "a worker that is not new makes other files");
        for (one, other) in fresh.products.iter().zip(&again.products) {
            assert!(one.bytes == other.bytes, "a worker that is not new makes other bytes");
            *files += 1;
            if files.is_multiple_of(LOOKED_AT) {
                accepted(&one.bytes);
            }
        }
        assert_eq!(
            fresh.diagnostics.len(),
            again.diagnostics.len(),
            "a worker that is not new says other things"
        );
    });
});

/// Wants that qpdf finds nothing; where it is not installed, nothing is asked.
fn accepted(pdf: &[u8]) {
    let file = tempfile::NamedTempFile::new().expect("there is room for a file");
    std::fs::write(file.path(), pdf).expect("there is room for a file");
    if let Ok(output) = Command::new("qpdf").arg("--check").arg(file.path()).output() {
        assert!(output.status.success(), "qpdf: {}", String::from_utf8_lossy(&output.stdout));
    }
}
