//! The words of a command line: what is typed wrongly, new briefings, versions, completions, names of messages and forms of
//! them for services.

use std::fs;

use super::{Desk, EXAMPLE, finish};

#[test]
fn a_look_that_the_command_line_chooses_is_in_the_name() {
    let desk = Desk::new(EXAMPLE.replacen("board:", "look: dial\nboard:", 1).as_bytes());
    assert_eq!(desk.run(&["build", "--only", "card"]).code, 0);
    assert_eq!(desk.run(&["build", "--only", "card", "--look", "dial"]).code, 0);
    let read = |name: &str| fs::read(desk.path(name)).expect("it was made");
    assert_eq!(read("out/x/card.pdf"), read("out/x/card.dial.pdf"), "the same look, asked for in two ways");
}

#[test]
fn a_wrong_use_is_answered_with_code_2_and_what_to_type() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    for (arguments, words) in [
        (&["build", "nope.yaml"][..], "briefpress new nope.yaml"),
        (&["build", "my nope.yaml"], "briefpress new \"my nope.yaml\""),
        (&["build", "--jobs", "0"], "from 1 to 1024"),
        (&["build", "--only", "banner"], "poster, handout, card"),
        (&["build", "--layout", "nope"], "steps/poster, poster-a3-landscape, poster-wheel"),
        (&["build", "--look", "nope"], "It can be: dial, column, signal, steps"),
        (&["build", "--fonts", "content"], "holds no font"),
        (&["build", "--boards", "nope"], "nope"),
        (&["build", "--bleed", "3cm"], "such as 3mm"),
        (&["build", "--look", "dail", "--mono"], "Type:  briefpress build --look dial --mono"),
        (&["build", "--layout", "Signal"], "Type:  briefpress build --look signal"),
        (&["build", "--layout", "poster-whel"], "Type:  briefpress build --layout poster-wheel"),
        (&["check", "--only", "6up"], "Type:  briefpress check --only handout --handout 6-up"),
        (&["build", "--sheet", "5-up", "--marks"], "Type:  briefpress build --marks --handout 6-up"),
        (
            &["build", "--sheet", "6-up,avery-c32015"],
            "Type:  briefpress build --sheet avery-c32015 --handout 6-up",
        ),
        (&["build", "--sheet", "C32011"], "Type:  briefpress build --sheet avery-c32011"),
        (&["build", "--handout", "leaflet"], "Type:  briefpress build --only leaflet"),
        (&["build", "-only", "card"], "Type:  briefpress build --only card"),
        (&["check", "--marks"], "Type:  briefpress build --marks"),
        (
            &["build", "content/x.yaml", "--only", "poster", "card"],
            "commas between them:  briefpress build content/x.yaml --only poster,card",
        ),
        (&["build", "--layouts", "content"], "called poster.yaml, handout.yaml"),
        (&["build", "--contact-sheet", "x.pdf"], "Give a name such as  x.html"),
        (
            &["new", "Missing", "children", "--out", "x"],
            "Type a title, or the file to write:  briefpress new \"Missing children\"",
        ),
        (
            &["build", "“content/x.yaml”", "—only", "card"],
            "Type:  briefpress build content/x.yaml --only card",
        ),
        (&["import", "content/x.yaml"], "type:  briefpress check content/x.yaml"),
        (&["content/x.yaml"], "Type:  briefpress build content/x.yaml"),
        (&["biuld"], "Type:  briefpress build"),
        (&["new", "content/x.yaml"], "is there already"),
        (&["new", "content/x.docx"], "briefpress new content/x.yaml"),
        (&[], "Usage"),
    ] {
        let run = desk.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {}", run.err);
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
        assert_eq!(desk.files(""), ["content/x.yaml"], "{arguments:?}");
    }
    let mut command = desk.command(&["build"]);
    let run = finish(command.env("SOURCE_DATE_EPOCH", "yesterday"));
    assert_eq!(run.code, 2);
    assert!(run.err.contains("seconds since 1970"), "{}", run.err);
}

#[test]
fn the_file_of_a_board_in_place_of_a_briefing_is_told_as_one() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    desk.put("content/boards/north.yaml", b"board:\n  name: North\n");
    let run = desk.run(&["check", "content/boards/north.yaml"]);
    let told = "a board's own file; to build for that board, type:  briefpress build --boards content/boards/north.yaml";
    assert!(run.code == 1 && run.err.contains(told), "{}", run.err);
    let of_briefing = desk.run(&["check", "content/x.yaml"]);
    assert!(!of_briefing.err.contains("board's own file"), "{}", of_briefing.err);
}

#[test]
fn a_file_that_is_named_in_two_ways_is_built_once() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    let run = desk.run(&["check", "content/x.yaml", "./content/x.yaml", "content", "--only", "card"]);
    assert!(run.code == 0 && run.err.is_empty(), "{}", run.err);
}

#[test]
fn old_documents_in_place_of_briefings_are_answered_with_the_command_that_takes_them_in() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    let pictures = [b"PK\x03\x04".as_slice(), &vec![7; 2_000_000]].concat();
    desk.put("old texts/7MB Sexting.docx", &pictures);
    let import = "type:  briefpress import \"old texts/7MB Sexting.docx\"";
    for words in [["build", "old texts"], ["check", "old texts/7MB Sexting.docx"]] {
        let run = desk.run(&words);
        assert!(run.code > 0 && (run.out + &run.err).contains(import), "{words:?}: {}", run.err);
    }
    let run = desk.run(&["import", "old texts"]);
    let said =
        "this is a folder\n  = help: Name the files in it:  briefpress import \"old texts/7MB Sexting.docx\"";
    assert!(run.code == 2 && run.err.contains(said), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_as_one_and_a_path_with_backslashes_is_understood() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    let run = desk.run(&["build", "content\\x.yaml"]);
    assert!(run.code == 2 && run.err.contains("Did you mean content/x.yaml?"), "{}", run.err);
    std::os::unix::fs::symlink("gone.yaml", desk.path("content/y.yaml")).expect("a link");
    let run = desk.run(&["build", "content/y.yaml"]);
    assert!(run.code == 2 && run.err.contains("content/y.yaml is a link that leads nowhere"), "{}", run.err);
}

#[test]
fn choices_are_understood_in_capitals_and_without_their_hyphens() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    let run = desk.run(&[
        "build",
        "--only",
        "Card,8up",
        "--look",
        "Signal",
        "--card-size",
        "ID1",
        "--sheet",
        "Avery-C32011",
        "--target",
        "Screen",
        "--layout",
        "Signal/Card",
        "--format",
        "TEXT",
    ]);
    assert_eq!(run.code, 0, "{}", run.err);
    let made = desk.files("out").into_iter().filter(|name| name.ends_with(".pdf")).collect::<Vec<_>>();
    let wanted = ["8-up.signal.pdf", "card.sheet-avery-c32011.signal.id-1.pdf", "card.signal.id-1.pdf"];
    assert_eq!(made, wanted.map(|name| format!("out/x/{name}")));
}

#[test]
fn a_way_out_is_the_whole_command_that_was_typed() {
    let section = "A sentence of eight words stands here now. ".repeat(45);
    let desk = Desk::new(EXAMPLE.replacen("body: ", &format!("body: {section}"), 1).as_bytes());
    let typed = ["check", "content/", "--look", "signal", "--only", "poster", "--handout", "6-up", "--why"];
    let run = desk.run(&typed);
    assert_eq!(run.code, 1, "{}", run.err);
    for way in [
        "words:  briefpress build content/x.yaml --look signal --only leaflet",
        "sheet:  briefpress build content/x.yaml --look signal --only poster --handout 2-up",
    ] {
        assert!(run.out.contains(way), "{way}\n{}", run.out);
    }
}

#[test]
fn a_standard_belongs_to_the_screen_or_to_print_and_is_told_where_it_changes_nothing() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    let card = |more: &[&str]| desk.run(&[&["build", "--only", "card"], more].concat());
    let made = || desk.files("out").into_iter().filter(|name| name.ends_with(".pdf")).collect::<Vec<_>>();
    let run = card(&["--standard", "x1a"]);
    assert_eq!((run.code, made()), (0, vec!["out/x/card.pdf".to_owned()]));
    assert!(run.err.contains("--standard x1a changes only files for a print shop"), "{}", run.err);
    assert!(run.err.contains("--target print"), "{}", run.err);
    let run = card(&["--target", "screen,print", "--standard", "x4,x1a,ua2"]);
    assert!(run.code == 0 && !run.err.contains("--standard"), "{}", run.err);
    let wanted = ["card.pdf", "card.print.pdf", "card.ua2.pdf", "card.x1a.print.pdf"];
    assert_eq!(made(), wanted.map(|name| format!("out/x/{name}")));
    let run = card(&["--target", "print", "--standard", "ua2"]);
    assert!(
        run.err.contains("only files for the screen") && run.err.contains("--target screen"),
        "{}",
        run.err
    );
}

#[test]
fn a_new_briefing_can_be_built_at_once_and_no_template_word_is_printed_among_others() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    let run = desk.run(&["new", "Child sexual exploitation"]);
    let file = "content/child-sexual-exploitation.yaml";
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.ends_with(&format!("then type:  briefpress build {file}\n")), "{}", run.out);
    let run = desk.run(&["build", file]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err.contains("warning[template-words]") && run.err.contains("not to be handed round"),
        "{}",
        run.err
    );
    assert!(desk.path("out/child-sexual-exploitation/poster.pdf").is_file());
    let page = fs::read_to_string(desk.path(file)).expect("it was written");
    let begun = page.replace("The third thing, or what the law says.", "The law says who must be told.");
    assert_ne!(begun, page);
    desk.put("content/begun.yaml", begun.as_bytes());
    let run = desk.run(&["build", "content/begun.yaml"]);
    assert_eq!(run.code, 1, "{}", run.err);
    assert_eq!(run.err.matches("error[template-words]").count(), 5, "{}", run.err);
    assert_eq!(desk.run(&["check", "content/begun.yaml"]).code, 0, "while it is written, it is a warning");
}

#[test]
fn a_new_briefing_stands_where_it_is_wanted_and_takes_no_place_of_another() {
    let desk = Desk::new(EXAMPLE.as_bytes());
    desk.put("content/briefing.schema.json", b"mine");
    let run = desk.run(&["new", "My briefings/a b.yaml"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.ends_with("briefpress build \"My briefings/a b.yaml\"\n"), "{}", run.out);
    assert_eq!(desk.run(&["new", "X"]).code, 2, "content/x.yaml is there");
    assert_eq!(fs::read(desk.path("content/x.yaml")).expect("it is there"), EXAMPLE.as_bytes());
    assert_eq!(desk.run(&["new", "county", "lines"]).code, 0);
    assert_eq!(fs::read(desk.path("content/briefing.schema.json")).expect("it is there"), b"mine");
    let page = fs::read_to_string(desk.path("content/county-lines.yaml")).expect("it was written");
    assert!(page.contains("\ntitle: county lines\n"), "{page}");
}

#[test]
fn the_version_says_what_the_program_was_made_of() {
    let run = Desk::new(b"").run(&["--version"]);
    let version = run.out.strip_prefix("briefpress ").expect("it begins with the name");
    let (number, rest) = version.split_once(" (commit ").expect("the commit is in brackets");
    assert_eq!(number, env!("CARGO_PKG_VERSION"));
    let (_, sources) = rest.split_once(", sources ").expect("then comes the fingerprint");
    let sources = sources.trim_end().trim_end_matches(')');
    assert!(sources.len() == 16 && sources.bytes().all(|byte| byte.is_ascii_hexdigit()), "{version}");
    let desk = Desk::new(EXAMPLE.as_bytes());
    assert_eq!(desk.run(&["build", "--only", "card", "--report", "report.json"]).code, 0);
    let report = fs::read_to_string(desk.path("report.json")).expect("there is a report");
    assert!(report.contains(&format!("(sources {sources})")), "{report}");
    let pdf = fs::read(desk.path("out/x/card.pdf")).expect("there is a card");
    let producer = format!("briefpress {number} (sources {sources})");
    assert!(
        pdf.windows(producer.len()).any(|part| part == producer.as_bytes()),
        "the PDF names its producer"
    );
}

#[test]
fn shells_and_man_learn_every_verb_from_the_declarations() {
    let desk = Desk::new(b"");
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let run = desk.run(&["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        for word in ["briefpress", "build", "boards", "explain"] {
            assert!(run.out.contains(word), "{shell} does not know {word}");
        }
    }
    let page = desk.run(&["man"]).out;
    assert!(page.contains(".TH briefpress 1") && page.contains("briefpress\\-fix(1)"), "{page}");
    let page = desk.run(&["man", "build"]).out;
    assert!(page.contains(".TH briefpress-build 1") && page.contains("\\-\\-boards"), "{page}");
    assert_eq!(desk.run(&["man", "nothing"]).code, 2);
}

/// A service knows a message again when lines are put in above it.
#[test]
fn messages_have_names_that_stay() {
    let prints = |text: &str, form: &str, at: fn(&serde_json::Value) -> Vec<String>| {
        let desk = Desk::new(text.as_bytes());
        let out = desk.run(&["check", "--format", form, "--today", "2026-11-23"]).out;
        at(&serde_json::from_str(&out).expect("it is JSON"))
    };
    let gitlab = |json: &serde_json::Value| -> Vec<String> {
        let all = json.as_array().expect("an array").iter();
        all.map(|issue| issue["fingerprint"].as_str().expect("text").to_owned()).collect()
    };
    let sarif = |json: &serde_json::Value| -> Vec<String> {
        let all = json["runs"][0]["results"].as_array().expect("an array").iter();
        all.map(|result| result["partialFingerprints"]["briefpress/v1"].as_str().expect("text").to_owned())
            .collect()
    };
    let text = EXAMPLE.replace("phone: 0808 800 5000", "phone: 808 800 5000");
    let lower = format!("# a note\n\n{text}");
    for (form, at) in [("gitlab", gitlab as fn(&serde_json::Value) -> Vec<String>), ("sarif", sarif)] {
        let first = prints(&text, form, at);
        assert_eq!(first, prints(&lower, form, at), "{form}");
        let mut single = first.clone();
        single.sort();
        single.dedup();
        assert_eq!(single.len(), first.len(), "{form}: two messages have one name");
    }
}

#[test]
fn a_service_that_shows_tests_is_told_which_failed() {
    let desk = Desk::new(EXAMPLE.replace("phone: 0808 800 5000", "phone: 808 800 5000").as_bytes());
    let run = desk.run(&["check", "--format", "junit", "--today", "2026-11-23"]);
    assert_eq!(run.code, 1);
    assert!(
        run.out.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"briefpress\"")
    );
    assert_eq!(run.out.matches("<failure type=\"contact-lost-zero\"").count(), 1, "{}", run.out);
    assert_eq!(run.out.matches("<testcase ").count(), run.out.matches("</testcase>").count());
}
