### Words of what is printed for those who read, sign or amend the content, in English.

## Cover
document-title = Decision tables for review and signature
document-lead = Here is everything that the self-check tool can decide. It shows what each clause says about the facts of a case and how the tool asks about them. It also shows what the tool tells people to do.
draft = Preliminary version: the Company has not confirmed it yet.
version-label = Content
version = version { $version } of { $date }
page-sizes = clauses with rules: { $clauses } · rules: { $rules } · doubts about the wording: { $doubts } · situations: { $situations } · questions: { $questions } · steps: { $steps }
edition-label = Place where the Standard was adopted
approval-label = Approval of the Standard
language-label = Language of these pages
language-name = English

what-title = What this is
what-1 = Before a decision, the tool asks a person a few questions and says which clauses of the Standard apply. It follows the rules printed here and nothing else.
what-2 = It checks the Standard only, not laws, internal rules or contracts. It gives no score and clears nobody.
what-3 = These pages are produced by computer from the same files as the tool. A program has checked the rules for every combination of answers.

read-title = How to read it
read-law = The law is stated once, clause by clause. A rule is about facts, not about answers. Each fact is followed by the values for which the rule holds: any one of them is enough.
read-shared = An underlined condition is one that several clauses share. Its meaning is given on the same page, under “Shared conditions”.
read-open = “R” with a number is a doubt about the wording: it can be read in two ways, “a” and “b”. Where a rule turns on it, the tool says only “may apply”, shows both readings and advises people to ask. This ends when the text settles the doubt or the Company adopts a reading. A mark in brackets means that the wording is open.
read-situation = A situation only asks. The facts that an answer sets are printed beside it. A fact that no answer sets has its first value.
read-questions = Questions have numbers and answers have letters: “2b” is the second answer to question 2. Numbers and letters are the same in all languages.
read-order = Questions are asked in the order of their numbers. A question is skipped if its condition is not met, or if its answer can no longer change anything.
read-not-sure = “?” is the answer “Not sure”. It never counts as “no”: what depends on it stays at “may apply”.
read-ground = Each step says what it is based on: a clause of the Standard, or advice from this tool. The advice is not in the Standard.
read-ngo = The Standard does not bind an NGO: it is told what to expect of the Company’s staff. The Standard does not mention commission members from outside, so for them the result is never more than “may apply”.
marks-title = Marks

sign-title = How to sign it
sign-1 = The law and the questions are signed separately. Each clause with rules and each situation is signed on its own page.
sign-2 = For a clause, compare the rules with its exact text and weigh each doubt about the wording. For a situation, read the questions word for word and check which facts each answer sets.
sign-3 = Say what a remark is about. Give the rule’s name (“3.10-own”), the doubt’s number (“R7”) or the answer’s number and letter (“2b”).
sign-4 = Sign at the end of the page and tick it off in the contents. A signature holds for this version and this language; anything changed later must be signed again. A situation is confirmed once its questions and all clauses that can come up in it are signed.

## Contents
contents-title = Contents
back-to-contents = Contents
situations-title = Situations
number-column = No.
situation = Situation
people-column = For whom
rules-column = Rules
open-column = Unclear wording
clauses-column = Clauses

## Situation
situation-title = Situation { $number }
id-label = File
who-sees = Who sees it
effects-title = Which clauses can come up
clause-number = Clause { $number }
reminders-title = Conduct shown as a reminder beside every result
signature-title = Signature
signature-lead = I have read the questions of this situation, what the answers mean, the ways to other situations and the remarks. Content version { $version }, { $language }.
law-signature-lead = I have read this clause’s rules, the doubts about its wording, and the facts and steps that they use. Content version { $version }, { $language }.
hash = Check code of what is signed:
confirmed = Confirmed
confirmed-with-remarks = Confirmed with remarks
not-confirmed = Not confirmed
remarks = Remarks
post = Post
name = Name
signature = Signature
date = Date

## Questions
not-sure = Not sure
why = Why we ask
find-out = How to find out
questions-title = The questions word for word, in the order of asking
questions-lead = The facts that an answer sets are printed to its right. Each question has one more answer, “? { $answer }”: it leaves open what the others would set.
asked-only-if = Asked only if
sets = Facts set
sets-nothing = sets no fact
leaves = This answer ends the check: “Not sure” counts as “no” to it.
conduct-title = Whose conduct is checked
given = From the start:
firsts-title = Answers that set facts together
pointers-title = Ways to other situations
carried = Answers that go along
remarks-title = Remarks beside the result
shown-if = Shown if
remark-found = Only where one of these clauses applies or may apply
remark-rests-on = Only where everything that applies is among these clauses
headlines-title = What the result can be headed

## The law of a clause
law-title = The law, clause by clause
folds-under = If one of these clauses applies and this one only may apply, this one is shown under it
comes-up-in = Can come up in
rules-title = Rules
rule-title = Rule { $name }
holds-if = Holds if
certain-if = Applies for certain if
always-certain = always when it holds: its wording is not in doubt
never-certain = never: while the doubts are open, it only may apply
only-if = Only if also
if-word = if
all-these = all of these:
one-of-these = at least one of these:
always = always
never = never
general-title = Added where someone else acts
general-towards = To every rule
general-actor = To rules that bind the person who acts
elements-title = Shared conditions
facts-title = Facts used
facts-lead = The first value holds when nothing is said.
settled-title = What is settled and what is open
no-doubts = The wording is not in doubt here.
doubt = What is in doubt
two-readings = Two readings
matters-where = Where it matters
stand = Settled or open
fact-to-find-out = not a doubt about the wording but a fact to find out, so it cannot be adopted
wherever = wherever the rest of the condition holds
unless = unless
where-also = where also
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

## Worked cases
cases-title = Worked cases
cases-lead = Stories with their answers and with what the tool must say. They are checked at every change and are not part of what is signed.
no-cases = There are no worked cases yet.
answers-label = Answers:
expected = Result:
clauses-apply = Applies:
clauses-may-apply = May apply:
first-answer-only = A first result, before all questions were asked.
other-language = Some exist in another language only.

## The Standard
clauses-title = The Standard, clause by clause
clauses-lead = The Kazakh text is the official one. The plain sentence and the note are not words of the Standard. Clauses with rules have pages of their own above.
official = Official text, in Kazakh
translation = Unofficial translation
plain = In plain words
note = Note
own-page = has a page of its own
reminder-in = Reminder in:
not-used = No situation shows this clause as a reminder.
kind-prohibition = prohibition
kind-restriction = restriction
kind-right = right
kind-duty = duty
kind-recommendation = recommendation
kind-measure = measure of the Company
kind-provision = general provision

## Matrix and lists
matrix-title = Coverage: clauses and situations
matrix-lead = A cell shows what a clause can say in a situation, and to whom. An empty cell: no answers here make the clause apply. Clauses that only give information are left out.
matrix-roles = People:
matrix-reminder = reminder beside every result
clause = Clause
steps-title = Steps and their grounds
steps-lead = If clauses are listed beside a step, they require it, but only under rules about one of them. Under all other rules the step is advice.
step = Step
ground-column = Ground
readings-title = Doubts about the wording
readings-lead = Here the wording of the Standard can be read in two ways. The tool does not choose between them. As soon as the Company adopts a reading, all rules follow it.
adopt-lead = To adopt readings, tick “a” or “b” beside each of them and sign here. Give the page to the person who maintains the content. The check code shows that the words have not changed since.
all-clauses = all clauses with rules
drafts-title = Drafts of notices
drafts-lead = The tool offers a draft beside these steps. The person fills in what is in ‹ ›. A paragraph in [ ] is left out until it is filled in.
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
nothing = No checked clause comes up
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
rule = Rule
element = Shared condition
fact = Fact
pointer = Way to another situation
remark = Remark
headline = Headline of the result
interface = Words on the page
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
condition = Condition
reading = Reading
value-of-it = Value
views = Who is told
binds = Whom it binds
steps-first-if = Steps first if
ground-in-text = Words of the Standard
pointer-to = To
together = Answers together, no. { $number }
effect = What it says
ground = Clauses that require it
kind = Kind of norm
check = How it is checked
subject = What it is about
paragraph = Paragraph
field = What is filled in
field-hint = Help in filling it in

## Conditions
and = and
or = or
not = it is not true that
quoted = “{ $words }”
fact-has = { $fact }: { $values }
fact-has-not = { $fact }: anything but { $values }
reading-is = “{ $question }” is read like this: “{ $side }”
element-holds = “{ $name }”
answer = “{ $question }” – “{ $choice }”

## Values
check-assessed = assessed by questions
check-reminder = reminder
check-information = for reading
view-me = What the person who answers does
view-ngo = What someone else does, as an NGO sees it
view-staff = What someone else does, as an employee sees it
view-towards = Told to the person affected
binds-staff = binds all staff, no matter who acts
binds-actor = binds the person who acts
stand-open = open
stand-settled = settled by the text
stand-adopted = adopted by the Company
pointer-offers = It is offered beside the result.
pointer-moves = The case belongs there: this situation ends.
reader-second-reader = second reader
reader-native-reader = native reader
reader-translator = translator
reader-lawyer = lawyer
reader-officer = the Company’s officer

## What differs
diff-title = Changes in the content
old-version = Previous version
new-version = New version
shared-title = Shared, or in the text of the Standard
shown-in = Concerns
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
missing-items = Missing from the new version
sign-here = I have read and confirm the changes

## Amendment sheet, and where one signs
sheet-title = Amendment sheet for the Standard
sheet-how = Fill in one row for each amendment. For a new clause, use the empty rows at the end. If a clause is deleted, write “delete” under “New text”. The official text is in Kazakh. Give the sheet to the person who maintains the content.
content-version = Content version
present-column = Present text
new-column = New text
reason-column = Reason
date-column = Date in force
