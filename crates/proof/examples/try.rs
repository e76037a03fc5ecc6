//! Tries the content.
#![allow(clippy::print_stdout)]
fn main() {
    let t = std::time::Instant::now();
    match adal_content::load(std::path::Path::new("content")) {
        Err(p) => { let n = p.len(); for x in p.iter().take(400) { println!("{}", x.one_line()); } println!("{n} problems"); }
        Ok(l) => {
            println!("loaded in {:?}: {} rules", t.elapsed(), l.content.rules.len());
            println!("packed {}", adal_content::pack(&l).unwrap_or_default().len());
            if std::env::args().any(|a| a == "canon") {
                let canon = |name: &str, case: &adal_core::Case| {
                    let c = &l.content;
                    let mut k = adal_core::Case { answers: Default::default(), ..case.clone() };
                    let mut line = String::new();
                    loop {
                        let i = adal_core::interview(c, &k);
                        let Some(q) = i.next else { break };
                        let a = case.answers.get(&q).copied().unwrap_or(adal_core::Answer::NotSure);
                        k.answers.insert(q, a);
                        let id = match a { adal_core::Answer::NotSure => "not-sure".to_owned(), adal_core::Answer::Choice(x) => c[q].choices[x.place()].id.clone() };
                        line += &format!(" {}={}", c[q].id, id);
                    }
                    println!("CANON {name}|{line}");
                };
                for w in &l.cases { if !w.unfinished { canon(&format!("cases/{}", w.name), &w.case); } }
                for t in &l.twins { for (n, d) in t.doors.iter().enumerate() { canon(&format!("twins/{}#{n}", t.name), &d.case); } }
            }
            let p = adal_proof::run_cases(&l);
            for x in p.iter() { println!("{}", x.one_line()); }
            println!("{} case problems", p.len());
            let t = adal_proof::compare_twins(&l);
            for x in t.problems.iter() { println!("{}", x.one_line()); }
            println!("twins {} of {}, {} doors", t.agree, t.groups, t.doors);
            if std::env::args().count() > 1 {
            let p = adal_proof::prove(&l);
            for x in p.problems.iter() { println!("{}", x.one_line()); }
            for s in &p.situations { println!("{} {} {} {}", s.id, s.questions, s.clauses, s.rules); }
            println!("{} problems in {:?} {:?}", p.problems.len(), p.time, p.headlines);
            }
        }
    }
}
