# The words of the interface.
continue-button = Continue
at-most-left = At most { $count ->
    [one] { $count } question is left
   *[other] { $count } questions are left
  }
greeting = Hello, { $name }. { $count } left
two-lines =
    First line
    second line
