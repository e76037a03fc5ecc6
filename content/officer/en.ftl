### Words on paper and at the terminal for those who sign or amend the content, in English.

## Kinds of items
situation = Situation
person = Who is asking
question = Question
rule = Rule, clause
step = Step
clause = Clause
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
why = Why we ask
find-out = How to find out
choice = Choice
choice-hint = Hint of a choice
condition = When it applies
effect = What it says
openness = Whether the wording is settled
reading = One way to read it
because = Because
order = Order of the rules
ground = Clauses that require it
kind = Kind of norm
check = How it is checked
official = Official text, in Kazakh
translation = Unofficial translation
plain = In plain words
note = Note
subject = What it is about
paragraph = Paragraph
field = What is filled in
field-hint = Help in filling it in

## Conditions
and = and
or = or
not = it is not true that
answer = “{ $question }” – “{ $choice }”

## Values
kind-prohibition = prohibition
kind-restriction = restriction
kind-right = right
kind-duty = duty
kind-recommendation = recommendation
kind-measure = measure
kind-provision = provision
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
cases-title = Worked cases that come out differently
cases-same = All worked cases come out as before.
outcome = Headline
applies = Applies
may-apply = May apply
asks = Still asks
missing-items = The new version has no
sign-here = I have read and confirm the changes

## Amendment sheet, and where one signs
sheet-title = Amendment sheet for the Standard
sheet-how = Fill in one row for each amendment. For a new clause, use the empty rows at the end. If a clause is taken out, write “take out” under “New text”. The official text is in Kazakh. Give the sheet to the person who maintains the content.
content-version = Content version
clause-column = Clause
present-column = Present text
new-column = New text
reason-column = Reason
date-column = Date in force
signature-column = Signature
post-line = Post
name-line = Name
signature-line = Signature
date-line = Date
