### The words of the interface, in English.

## Every page (signed)
tool-name = Anti-Corruption Standard: self-check
language-label = Language
back = Back
continue-button = Continue
start-again = Start again and clear your answers
not-sure = Not sure
change = Change
change-what = Change: { $what }
only-standard = Only the Standard is checked, not laws, internal rules or contracts. If in doubt, ask before acting.
content-version = Content version: { $version }, { $date }
kazakh-is-official = The official text of the Standard is in Kazakh. This is an unofficial translation.
not-confirmed = This is a preliminary version: the Company has not confirmed it yet.
confirmed = Content confirmed by: { $post }, { $date }.
date = { $day } { $month } { $year }
# In the order of the year, with spaces between.
months = January February March April May June July August September October November December

## Something is missing
error-title = One answer is missing
who-missing = Choose who you are.
situation-missing = Choose at least one situation.
answer-missing = Choose an answer. If you do not know, choose “Not sure”.
to-choices = Go to the choices
failed-title = The self-check cannot continue in this browser.
failed-remedy = Nothing was sent. Reload the page or use a newer browser. You can still read the Standard or ask the Company.
failed-wasm = WebAssembly is turned off in this browser, perhaps by a security setting. Turn it on, or use another browser.
dead = The buttons of this page do not work. Turn on JavaScript in the browser, or reload the page. You can still read the Standard:
shared = The check does not start here: a page of this site could see your answers.
shared-link = Open the check on its own page

## Start page
start-title = Check a decision before you make it
start-lead = Answer a few short questions. You will then see which clauses of the Standard apply, why, and what to do.
privacy-answers = Your answers stay on this device.
privacy-more = Who can see what
privacy-owner = The site’s owner and the people who run your network can see that this page was opened. The page does not give them your answers.
privacy-device = Others may see your answers on a shared or monitored computer, in saved files or at a printer.
who-question = Who are you?
roles-question = Are you also any of these? If not, leave this blank.
situation-question = What are you about to do, or what happened?
situation-hint = You can choose several.
practise-link = Practise with examples
find-label = Search in your own words
find-hint = For example, { $examples }. What you type is not sent anywhere and is cleared when you continue.
find-clear = Clear
found =
    { $count ->
        [one] { $count } situation matches. It is listed first.
       *[other] { $count } situations match. They are listed first.
    }
none-found = Nothing matches these words. Try others, for example: “money”, “friend”, “boss”. Or choose from the list.
read-instead = Or see:
other-situations = Other situations

## Question page (signed)
question-about = Situation: { $what }
why-asked = Why we ask
how-to-find-out = Not sure? How to find out
or = or
last-question = Last question
at-most-left =
    { $count ->
        [one] Up to { $count } more question after this
       *[other] Up to { $count } more questions after this
    }
first-answer = Your answers are enough for a first result. The remaining questions may still change it.
see-first-answer = See the first result now

## Check your answers (signed)
review-title = Check your answers
review-lead = You can still change any of them.
who-and-what = Who you are and what it is about
see-result = See the result
answer-carried = taken from your other answers

## Result: headlines (signed)
headline-prohibited = Stop: the Standard prohibits this
headline-duty = The Standard requires you to act
headline-steps-first = First take the steps that the Standard sets out
headline-expected = This is what the Standard expects of the Company’s employees
headline-may-apply = The Standard may apply here: clear this up first
headline-recommended = The Standard makes a recommendation on this
headline-right = The Standard gives you a right here
headline-nothing = These answers did not bring up any clause that was checked
not-finished =
    { $count ->
        [one] This is a first result and may change. At most { $count } question is left.
       *[other] This is a first result and may change. At most { $count } questions are left.
    }
go-on = Continue with the questions

## Result: findings (signed)
group-prohibited = What the Standard prohibits here
group-duty = What the Standard requires of you now
group-steps-first = What must be done first
group-expected = What the Standard expects of the Company’s employees
group-may-apply = Which clauses may apply
group-recommended = What the Standard recommends
group-right = What you have a right to
clause-number = Clause { $number }
your-reasons = Because you answered
what-would-change = The clause would not come up if your answer were one of these
only-if-true = Change an answer only if it is not true.
no-single-answer = Changing just one answer would not change this.
depends-on-unsure = This depends on something you were not sure about
depends-on-unasked = This depends on a question you have not been asked yet
wording-open = The wording of the Standard can be read in two ways:
ask-which-reading = Advice: before you act, ask the Company how it reads this clause.
exact-text = Exact text of clause { $number }
unofficial-translation = Unofficial translation
official-text = Official text, in Kazakh

## Result: the verdict, doubts, other situations (signed)
also-may-apply = Other clauses may apply as well.
headline-may-apply-wording = The Standard may apply here: its wording can be read in two ways
if-bound = Whether the Standard binds you is an open question. If it binds you as it does employees:
reading-ground = Words of the Standard: { $words }
depends-on-others = This depends on something that you may not know
adopted-reading = The Company has decided ({ $post }, { $date }): { $side }
folded = Clause { $number } may apply as well. It says the same.
offer-title = This may also concern another situation
offer-lead = You will not be asked again what you have already answered.
offer-add = Check this too: { $what }
offer-move = Check it here: { $what }
verdict-prohibited = Prohibition
verdict-duty = Duty
verdict-steps-first = Steps first
verdict-expected = Expected of employees
verdict-recommended = Recommendation
verdict-right = Right
verdict-may-apply = May apply
verdict-nothing = Nothing came up
verdict-clauses = Clauses: { $numbers }

## Result: what follows (signed)
find-out-title = What to find out
find-out-lead = The result depends on these facts. If you close this page, your answers will be lost.
answer-now = Answer now
answer-what = Answer now: { $what }
what-to-do-title = What to do now
ask-in-doubt = If in doubt, ask before acting.
ground-requires =
    { $count ->
        [one] The Standard requires this: clause { $numbers }
       *[other] The Standard requires this: clauses { $numbers }
    }
ground-stated =
    { $count ->
        [one] Under the Standard: clause { $numbers }
       *[other] Under the Standard: clauses { $numbers }
    }
ground-may-require =
    { $count ->
        [one] Under the Standard, if clause { $numbers } applies
       *[other] Under the Standard, if clauses { $numbers } apply
    }
steps-if-applies =
    { $count ->
        [one] What else to do if clause { $numbers } applies
       *[other] What else to do if clauses { $numbers } apply
    }
ground-advice = Advice, not from the Standard
whom-title = Who to turn to
contacts-given = Given by this site, not by the Standard
contacts-outside = Outside the Company:
reminders-title = Conduct expected in any case
checked-title = What was checked and what was not
not-triggered-title = Checked, but these answers do not bring it up
not-checked-title = Not checked
not-checked-lead = The situations that you chose do not ask about these clauses.
your-answers-title = Your answers
why-and-text = Why, and the exact text
not-asked-title = Questions not asked yet
not-a-decision = This is a self-check, not an official decision.
report-day = Date: { $date }

## Taking a text along
take-result-title = Take the result with you
take-result-lead = The copy, the file and the printout include your answers too. If you cannot print from here, save the file and print that.
copy-text = Copy the text
print = Print
print-refused = The browser could not print this.
save-text = Save as a text file
text-copied = The text has been copied.
file-saved = The file is being saved. Look in your downloads.
copy-refused = The browser could not copy the text. It is selected below: press Ctrl+C (⌘C on a Mac), or copy it another way.
text-to-copy = Text to copy

## Practice
practice-title = Practise with examples
practice-lead = Read a short story and choose what you would do. You will then see what the Standard says about it and why.
practice-invented = The stories are made up. There is no score, nothing is saved, and your own answers do not change.
exercise-place = Example { $number } of { $count }
exercise-prompt = What would you do?
option-missing = Choose one of the options.
see-outcome = What does the Standard say?
your-option = You chose:
story-again = Read the story again
next-exercise = Next example
try-another = See another option
all-exercises = All examples

## The Standard as reading
reading-label = Reading
read-standard = Read the Standard
standard-lead = The official text of the Standard is in Kazakh. The Russian and English texts are unofficial translations. Mistakes in the source text have been corrected. The corrections are underlined in the Kazakh text, and the original wording is shown below the clause.
plain-title = The Standard in plain words
plain-lead = A short explanation of each clause. These are not the words of the Standard itself. See the exact text too.
in-plain-words = In plain words (not those of the Standard)
to-exact-text = Show the exact text
show-beside = Show alongside
filter-title = Choose clauses
filter-person = Who it concerns
filter-kind = Kind of clause
filter-situation = Situation
filter-all = All
shown-clauses = Clauses shown: { $count } of { $total }
nothing-found = Nothing found. Try a different or shorter word, a number such as { $number }, or change your choice of clauses.
show-everything = Show all clauses
kind-prohibition = Prohibition
kind-restriction = Restriction
kind-duty = Duty
kind-right = Right
kind-recommendation = Recommendation
kind-measure = Measure
kind-provision = General provision
whom-clause = Concerns: { $whom }
whom-company = Concerns: the Company as a whole
more-on-clause = More on clause { $number }: { $parts }
part-unclear = what is unclear
part-corrections = corrections
part-check = self-check
part-link = link
unclear-title = What is unclear in the wording
corrections-title = Mistakes in the source text
in-the-source = In the source:
shown-here = here:
probable-correction = (a probable correction)
unclear-in-the-source = Left as in the source, possibly a mistake:
perhaps-meant = perhaps meant:
check-title = Check your situation
copy-link = Copy the link to clause { $number }
link-to-clause = Link to clause { $number }
link-copied = The link has been copied.
link-not-copied = The browser could not copy the link. It is selected: copy it yourself.
read-clause = Read clause { $number } in the Standard
ways-on = Other clauses
previous-clause = Previous: { $number }
next-clause = Next: { $number }
whole-standard = The whole Standard
map-title = Map of the Standard: all clauses
map-applies = applies
map-may-apply = may apply
map-after-check = The marked clauses apply or may apply, based on your answers. A clause without a mark may still concern you.
search-label = Search in all three languages
search-hint = Type a word or a number, for example “gift” or “{ $number }”
part-terms = meaning of words
glossary-title = Words used in the Standard
not-defined = The Standard uses this word but does not define it.
defined-in = Explained in the Standard itself: clause { $numbers }.
used-in = Appears in clauses: { $numbers }.

## Amendments
amendments-title = What changed in the Standard
in-force-from = In force from { $date }
clause-added = Clause { $number } is new
clause-taken-out = Clause { $number } is no longer in the Standard
clause-reworded = Clause { $number } has been reworded
before-amendment = Before
after-amendment = After
part-amendments = changes

## What the Standard expects
expectations-title = What you can expect from the Company
expectations-lead = This page is for non-governmental organisations and grant applicants. The Standard binds the Company’s employees, not you.
expect-must-not = What employees must not do
expect-owe = What is expected of employees
expect-company = What measures the Company takes
expect-better-not = What it is better not to offer or ask for
expected-title = What the Standard expects of an employee
expected-lead = This page is for the Company’s employees. Clauses are given in plain words, and you can open their exact text.
expect-not-take = What not to take
expect-not-give = What not to give
expect-not-do = What not to do
expect-report = What to report
expect-doubt = In doubt or in a conflict of interest
expect-see-to = What to see to
expect-every-day = What to remember every day
check-this = Check:

## Drafts of notices (signed)
prepare-draft = Prepare a draft: { $what }
draft-private = What you write here is not sent anywhere. If you start again or close the page, it will be lost.
fields-title = What to fill in
fields-hint = Write only what you know yourself. What you leave empty becomes a blank line that you can fill in by hand later.
optional = { $what } (optional)
draft-language = Which language do you need it in?
draft-language-hint = Your own words are not translated.
draft-title = Draft
draft-hint = Some sentences come from your answers. If one is not true, change the answer.
reading-aid = English version, for reading only. Do not hand it in.
before-use-title = Before you hand it in
before-use-facts = Check the facts: keep only what you saw or know yourself.
before-use-copy = Keep a copy.
before-use-date = Note who you gave it to, and when.
before-use-device = Others may see what you wrote on a shared or monitored computer, in saved files or at a printer.
draft-docx = Save as a .docx file

## Save to a file, open a file
save-file = Save your answers to a file
save-holds = You can open this file later and carry on. It holds your answers, but no names or drafts.
save-button = Save
save-refused = The browser did not save the file. Allow downloads for this page, then press “Save” again.
open-file = Open a saved file
open-hint = You can also drag the file onto this page. It is read on this device only. Its answers will replace those you gave here.
open-replaces = If you open the file, the answers you gave here will be lost.
open-anyway = Open the file
keep-answers = Keep my answers
file-error-title = The file was not opened. Nothing has changed here.
file-unreadable = The browser could not read it. Check that the file is still there, and try again.
file-too-large = This file is too big to have been saved from this check. Choose the file that you saved here.
file-foreign = This file was not saved from this check. Choose the file that you saved here.
file-damaged = It is damaged or has been changed. Try another copy, or answer the questions again.
file-newer = It was saved with a newer version of this check. Reload this page to get the newest version, then open the file again.
opened-title = The file is open. Please note
opened-older = It was saved with an older version of the content. Since then:
opened-amended = Amended clauses that concern your situations: { $numbers }
opened-unknown-version = It was saved with another version of the content, which this check does not know. Check every answer.
opened-people = Your answer to “Who are you?” could not be loaded in full. Check it.
opened-situations = Situations not loaded: { $count }. They no longer exist here or do not concern you.
opened-answers = Answers not loaded: { $count }. These questions are no longer asked.
opened-again = The choices for these questions have changed. You will be asked them again if needed:
opened-unused = The answers to these questions are not used now:

## Leave quickly
leave = Leave quickly
leave-about = What “Leave quickly” does
leave-advice = The button clears this page and your answers at once. Your browser history will still show that the page was opened. Saved files stay too.
# The key stands by itself in the text, marked as a key.
leave-shift = Pressing { $key } three times in a row does the same, except while you are typing in a text field.
shift-key = Shift
leave-shift-off = Turn off this shortcut
left-title = Empty page
left-start = Open again
