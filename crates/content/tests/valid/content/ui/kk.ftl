continue-button = Жалғастыру
at-most-left = Ең көбі { $count } сұрақ қалды
greeting = Сәлеметсіз бе, { $name }. { $count } қалды
two-lines =
    Бірінші жол
    екінші жол
