### Words on paper and at the terminal for those who sign or amend the content, in Russian.

## Kinds of items
situation = Ситуация
person = Кто спрашивает
question = Вопрос
rule = Правило, пункт
step = Шаг
clause = Пункт
headline = Заголовок результата
notice = Черновик

## Parts of items
title = Название
summary = Краткое описание
people = Кого касается
questions = Вопросы по порядку
steps = Шаги по порядку
reminders = Пункты-напоминания
words-of-it = Текст
hint = Подсказка
why = Почему спрашиваем
find-out = Как выяснить
choice = Вариант ответа
choice-hint = Подсказка к варианту ответа
condition = Когда применяется
effect = Что говорит
openness = Ясно ли написано
reading = Один из вариантов понимания
because = Почему
order = Порядок правил
ground = По какому пункту требуется
kind = Вид нормы
check = Как проверяется
official = Официальный текст, на казахском
translation = Неофициальный перевод
plain = Простыми словами
note = Примечание
subject = О чём
paragraph = Абзац
field = Что заполняют
field-hint = Подсказка к заполнению

## Conditions
and = и
or = или
not = неверно, что
answer = «{ $question }» – «{ $choice }»

## Values
kind-prohibition = запрет
kind-restriction = ограничение
kind-right = право
kind-duty = обязанность
kind-recommendation = рекомендация
kind-measure = мера
kind-provision = положение
check-assessed = проверяется вопросами
check-reminder = напоминание
check-information = для сведения
openness-settled = написано ясно
openness-open = можно понять по-разному
reader-second-reader = второй читатель
reader-native-reader = носитель языка
reader-translator = переводчик
reader-lawyer = юрист
reader-officer = ответственный работник Общества

## What differs
diff-title = Изменения содержания
old-version = Прежняя версия
new-version = Новая версия
shared-title = В нескольких ситуациях или в тексте Стандарта
shown-in = Показывается в ситуациях
before = Было
after = Стало
absent = нет
no-difference = Различий не найдено.
stale-title = Нужно прочитать и подписать заново
confirmed-by = подтверждено
reviewed-by = прочитано
none-stale = Все прежние подписи остаются в силе.
cases-title = Примеры с другим итогом
cases-same = У всех примеров итог прежний.
outcome = Заголовок
applies = Применяется
may-apply = Может применяться
asks = Ещё спрашивается
missing-items = В новой версии нет
sign-here = Изменения прочитаны и подтверждаются

## Amendment sheet, and where one signs
sheet-title = Лист поправок к Стандарту
sheet-how = Заполните по одной строке на каждую поправку. Для нового пункта возьмите пустые строки в конце. Если пункт исключается, напишите в столбце «Новый текст»: «исключить». Официальный текст – казахский. Заполненный лист передайте тому, кто ведёт содержание.
content-version = Версия содержания
clause-column = Пункт
present-column = Действующий текст
new-column = Новый текст
reason-column = Основание
date-column = Дата вступления в силу
signature-column = Подпись
post-line = Должность
name-line = Фамилия и имя
signature-line = Подпись
date-line = Дата
