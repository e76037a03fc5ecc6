### Words of what is printed for those who read, sign or amend the content, in English.

## Cover
document-title = Decision tables for review and signature
document-lead = Everything that the self-assessment tool can decide: what it asks, which clauses of the Standard it then names, why, and what it says to do.
draft = Preliminary version: the Company has not confirmed it yet.
version-label = Content
version = version { $version } of { $date }
page-sizes = situations: { $situations } · questions: { $questions } · rules: { $rules } · steps: { $steps }
edition-label = Place of the Standard
approval-label = Approval of the Standard
language-label = Language of these pages
language-name = English

what-title = What this is
what-1 = Before a decision, the tool asks a person a few questions and names the clauses of the Standard that apply. It does so by the rules printed here and by nothing else.
what-2 = It checks the Standard only, not laws, internal rules or contracts. It gives no score and clears nobody.
what-3 = These pages are produced by computer from the same files as the tool. Every path of answers has been followed.

read-title = How to read it
read-questions = Questions have numbers and answers have letters: “2b” is the second answer to question 2. Numbers and letters are the same in all languages.
read-rows = Each row of a table is a set of answers that is enough on its own. Where a cell names several answers, any of them will do. The rows are as few and as short as they can be.
any-legend = “–” in a cell: in this row the answer to this question makes no difference. “Any but” names the one answer that does not fit. “Not sure” fits only “–”.
read-not-sure = “?” is the answer “Not sure”. It never counts as “no”: a rule that needs the answer stays at “may apply”.
read-open = A mark in brackets: the wording of the Standard can be read in two ways. The tool then says no more than “may apply”, shows both readings and advises to ask.
read-map = The map shows which question comes after which answers: the letters on the lines. “■” is the end, with the headlines that can stand there; which of them it is depends on the answers before.
read-ground = Each step says who calls for it: the Standard, with the clause, or this tool as advice. Advice is not in the Standard.
read-ngo = The Standard does not bind an NGO: it is told what to expect of the Company’s staff. For a commission member from outside, whom the Standard does not name, no result goes beyond “may apply”.
marks-title = Marks

sign-title = How to sign it
sign-1 = Read one situation at a time: its first page, the map, the questions word for word, the tables, the worked cases.
sign-2 = Compare each rule with its clause. The exact text stands in the part “The Standard, clause by clause”.
sign-3 = Write remarks by number: “1/3” is rule 3 of situation 1.
sign-4 = Sign on the first page of the situation and tick it off in the contents. A signature holds for this version and this language; anything changed later must be signed again.

## Contents
contents-title = Contents
back-to-contents = Contents
situations-title = Situations
number-column = No.
situation = Situation
people-column = For whom
rules-column = Rules
open-column = Open wording

## Situation
situation-title = Situation { $number }
id-label = File
who-sees = Who sees it
questions-title = Questions, in the order of asking
effects-title = Which clauses can come up
clause-number = Clause { $number }
ends = paths of answers: { $count }
longest = longest path: { $count } questions
rule-count = rules: { $count }
open-count = with open wording: { $count }
reminders-title = Conduct shown as a reminder beside every result
signature-title = Signature
signature-lead = I have read the questions, rules and worked cases of this situation: content version { $version }, { $language }.
hash = Check code of what is signed:
confirmed = Confirmed
confirmed-with-remarks = Confirmed with remarks
not-confirmed = Not confirmed
remarks = Remarks
post = Post
name = Name
signature = Signature
date = Date

## Map and questions
map-title = Map of the questions
map-for = For: { $people }
map-description = Map of the questions of situation { $number }. The same follows in words.
map-end = end, possible headlines: { $marks }
map-next = question { $stop }
not-sure = Not sure
words-title = The questions, word for word
why = Why we ask
find-out = How to find out

## Decision tables
rules-title = Decision tables
rules-lead = A rule holds as soon as the answers fit one of its rows.
rule-title = Rule { $number }
rule-if = If
or = or
any-answer = any answer
any-but = any but:
because = Why
what-to-do = What to do:
only-for = Only for: { $people }.
required-by =
    { $count ->
        [one] Standard, clause { $numbers }
       *[other] Standard, clauses { $numbers }
    }
advice = Advice
wording-open = the wording is open: may apply
wording-open-short = the wording is open, so: may apply
two-readings = Two readings:

## Worked cases
cases-title = Worked cases
cases-lead = Stories with their answers and with what the tool must say. They are checked at every change.
no-cases = There are no worked cases yet.
answers = Answers:
expected = Result:
clauses-apply = Applies:
clauses-may-apply = May apply:
first-answer-only = A first answer, before all questions were asked.
other-language = Some are told in another language only.

## The Standard
clauses-title = The Standard, clause by clause
clauses-lead = The Kazakh text is the official one. The plain sentence and the note are not words of the Standard.
official = Official text, in Kazakh
translation = Unofficial translation
plain = In plain words
note = Note
used-in = Rules:
reminder-in = Reminder in:
not-used = No situation uses this clause.
kind-prohibition = prohibition
kind-restriction = restriction
kind-right = right
kind-duty = duty
kind-recommendation = recommendation
kind-measure = measure of the Company
kind-provision = general provision

## Matrix and lists
matrix-title = Coverage: clauses and situations
matrix-lead = A cell shows what a clause can say in a situation, and to whom. An empty cell: the situation has no rule for this clause. Clauses that only give information are left out.
matrix-roles = People:
matrix-reminder = reminder beside every result
clause = Clause
steps-title = Steps and their grounds
steps-lead = Where a step names clauses, they call for it if the rule is about one of them; elsewhere the step is advice.
step = Step
ground-column = Ground
readings-title = Open readings
readings-lead = Where the wording of the Standard can be read in two ways. The tool does not choose between them. A reading fixed by the Company would settle these rules.
drafts-title = Drafts of notices
drafts-lead = The tool offers a draft beside these steps. What stands in ‹ › is filled in by the person. A paragraph in [ ] is left out as long as it is not filled in.
draft-only-if = Only if the answer is:
draft-fields = What a person fills in

## What a rule says
prohibited = Prohibited
duty = Duty
steps-first = Steps first
expected-of-staff = Expected of staff
may-apply = May apply
recommended = Recommended
right = Right
nothing = No checked clause is triggered
mark-prohibited = P
mark-duty = D
mark-steps-first = S
mark-expected-of-staff = E
mark-may = M
mark-recommended = Rc
mark-right = Rt
mark-nothing = N

## People, in a letter
mark-employee = e
mark-manager = m
mark-commission-member = c
mark-external-member = x
mark-ngo = n

## Kinds of items
person = Who is asking
question = Question
rule = Rule, clause
headline = Headline of the result
notice = Draft of a notice

## Parts of items
title = Title
summary = Summary
people = Who it concerns
questions = Questions in order
steps = Steps in order
reminders = Reminder clauses
words-of-it = Words
hint = Hint
choice = Choice
choice-hint = Hint of a choice
condition = When it applies
effect = What it says
openness = Whether the wording is settled
reading = One way to read it
order = Order of the rules
ground = Clauses that require it
kind = Kind of norm
check = How it is checked
subject = What it is about
paragraph = Paragraph
field = What is filled in
field-hint = Help in filling it in

## Conditions
and = and
not = it is not true that
answer = “{ $question }” – “{ $choice }”

## Values
check-assessed = assessed by questions
check-reminder = reminder
check-information = for reading
openness-settled = settled
openness-open = can be read in two ways
reader-second-reader = second reader
reader-native-reader = native reader
reader-translator = translator
reader-lawyer = lawyer
reader-officer = the Company’s officer

## What differs
diff-title = Changes of the content
old-version = Previous version
new-version = New version
shared-title = In several situations, or in the text of the Standard
shown-in = Shown in the situations
before = Before
after = After
absent = none
no-difference = No difference was found.
stale-title = To be read and signed again
confirmed-by = confirmed by
reviewed-by = reviewed by
none-stale = All earlier signatures still hold.
cases-differ = Worked cases that come out differently
cases-same = All worked cases come out as before.
outcome = Headline
applies = Applies
asks = Still asks
missing-items = The new version has no
sign-here = I have read and confirm the changes

## Amendment sheet, and where one signs
sheet-title = Amendment sheet for the Standard
sheet-how = Fill in one row for each amendment. For a new clause, use the empty rows at the end. If a clause is taken out, write “take out” under “New text”. The official text is in Kazakh. Give the sheet to the person who maintains the content.
content-version = Content version
present-column = Present text
new-column = New text
reason-column = Reason
date-column = Date in force
