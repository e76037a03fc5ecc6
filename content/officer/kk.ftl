### Words on paper and at the terminal for those who sign or amend the content, in Kazakh.

## Kinds of items
situation = Жағдай
person = Кім сұрайды
question = Сұрақ
rule = Қағида, тармақ
step = Қадам
clause = Тармақ
headline = Нәтиженің тақырыбы
notice = Құжат жобасы

## Parts of items
title = Атауы
summary = Қысқаша сипаты
people = Кімге қатысты
questions = Сұрақтар, қойылу реті
steps = Қадамдар, реті
reminders = Еске салынатын тармақтар
words-of-it = Мәтіні
hint = Түсіндірме
why = Неге сұраймыз
find-out = Қалай анықтауға болады
choice = Жауап нұсқасы
choice-hint = Жауап нұсқасының түсіндірмесі
condition = Қашан қолданылады
effect = Не айтады
openness = Мағынасы айқын ба
reading = Бір түсіндірмесі
because = Себебі
order = Қағидалардың реті
ground = Қай тармақ талап етеді
kind = Норманың түрі
check = Қалай тексеріледі
official = Ресми мәтіні, қазақша
translation = Бейресми аудармасы
plain = Қарапайым сөзбен
note = Ескертпе
subject = Не туралы
paragraph = Мәтін бөлігі
field = Толтыратын жер
field-hint = Толтыру кеңесі

## Conditions
and = және
or = немесе
not = мынау орындалмаса:
answer = «{ $question }» – «{ $choice }»

## Values
kind-prohibition = тыйым
kind-restriction = шектеу
kind-right = құқық
kind-duty = міндет
kind-recommendation = ұсыным
kind-measure = шара
kind-provision = ереже
check-assessed = сұрақтар арқылы тексеріледі
check-reminder = еске салынады
check-information = оқу үшін
openness-settled = айқын
openness-open = екі түрлі түсінуге болады
reader-second-reader = екінші оқырман
reader-native-reader = ана тілінде оқыған оқырман
reader-translator = аудармашы
reader-lawyer = заңгер
reader-officer = Қоғамның жауапты қызметкері

## What differs
diff-title = Мазмұндағы өзгерістер
old-version = Бұрынғы нұсқа
new-version = Жаңа нұсқа
shared-title = Бірнеше жағдайда немесе Стандарт мәтінінде
shown-in = Мына жағдайларда көрсетіледі
before = Бұрын
after = Енді
absent = жоқ
no-difference = Өзгеріс табылған жоқ.
stale-title = Қайта оқылып, қол қойылуы керек
confirmed-by = растаған
reviewed-by = оқып шыққан
none-stale = Бұрынғы қолдардың бәрі күшінде.
cases-title = Нәтижесі өзгерген мысалдар
cases-same = Мысалдардың бәрінің нәтижесі бұрынғыдай.
outcome = Тақырыбы
applies = Қолданылады
may-apply = Қолданылуы мүмкін
asks = Тағы сұралады
missing-items = Жаңа нұсқада мыналар жоқ
sign-here = Өзгерістерді оқыдым және растаймын

## Amendment sheet, and where one signs
sheet-title = Стандартқа түзету парағы
sheet-how = Әр түзетуге бір жол толтырыңыз. Жаңа тармақ болса, соңғы бос жолдарды алыңыз. Тармақ алынып тасталса, «Жаңа мәтін» бағанына «алынып тасталсын» деп жазыңыз. Ресми мәтін – қазақша мәтін. Толтырылған парақты мазмұнды жүргізетін адамға беріңіз.
content-version = Мазмұн нұсқасы
clause-column = Тармақ
present-column = Қолданыстағы мәтін
new-column = Жаңа мәтін
reason-column = Себебі
date-column = Күшіне енетін күні
signature-column = Қолы
post-line = Лауазымы
name-line = Аты-жөні
signature-line = Қолы
date-line = Күні
