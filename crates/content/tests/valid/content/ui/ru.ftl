continue-button = Продолжить
at-most-left = { $count ->
    [one] Остался не более чем { $count } вопрос
    [few] Осталось не более { $count } вопросов
   *[many] Осталось не более { $count } вопросов
  }
greeting = Здравствуйте, { $name }. Осталось { $count ->
    [one] { $count } штука
    [few] { $count } штуки
    [many] { $count } штук
   *[other] { $count } штуки
  }
two-lines =
    Первая строка
    вторая строка
