hello = Қайырлы { $when ->
    [one] күн
   *[other] колдау
 }
