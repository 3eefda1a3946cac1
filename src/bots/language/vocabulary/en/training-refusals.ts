import { phrases } from '../../phrases.ts';

/** Any of these, and a text with exercises in it is no log of the writer's own training. */
export const refusals = phrases(
  `not, didnt, did not, dont, do not, doesnt, never, wont, cant, can, cannot, couldnt, wasnt, isnt, arent, havent, hasnt, hadnt, wouldnt,
  shouldnt, didn, nope, havnt, almost, nearly, instead of, rather than, without any, forgot, forgot to, skipped leg, skipped the, skipped my,
  skipped gym, skipped training, skipped workout, skipped today, skipped it, skipping gym, skipping leg, skipping the, skipping my, skipping training, cancelled,
  canceled, called off, quit, gave up, refused, bailed, so i left, i left, was packed, was rammed, was closed, was shut, was full, was fully booked, missed my, missed the, missed training, missed gym, rest day, restday, off day,
  gonna, gunna, going to, will, ill, well be, might, may, maybe, planning, plan is, plan to, planned, plans, thinking, think about, think i, think ill,
  want, wants, wanna, wanted, would, should, could, feel like, fancy, tempted, wish, if, hope, hoping, about to, need to, needs to,
  have to, has to, gotta, supposed to, trying to, try to, lets, let us, imma, finna, id, im doing, im going, im gonna, considering, looking forward,
  cant wait, dreaming, dreamt, imagine, tomorrow, tmrw, next week, soon, ready to, heading to, off to, on my way, signed up, sign up, training for,
  im training, preparing for, prep for, coming up, upcoming, scheduled, due, tonight ill, later ill,
  usually, always, often, sometimes, normally, rarely, used to, typically, every day, everyday, every week, every monday, every tuesday,
  every wednesday, every thursday, every friday, every saturday, every sunday, every morning, every other day, per week, a week, times a week, x a week, daily, this year, this month, this season, so far this,
  generally, once a, twice a, x week, x/week, back in, when i was, years ago, as a kid, program for, programme for, plan for, the program, the programme, that program, that programme, the plan, when i, last year, in school, my best, all time, my max is, my pr is, my record, world record, record is, 
  what, whats, how, hows, why, when, where, which is, who, whos, whose, did you, do you, have you, are you, is it, is there, are there, should i, can i, can you, could you, shall, did i, do i,
  am i, have i, was i, remind, reminder, reminders, ping me, recommend, recommends, recommended, prescribed, prescribes, suggests, suggested, advises, advised, assigned, recommendation, suggest, suggestion, any tips, tips, advice, tell, ask, explain, give me, make me, help,
  show me, find me, best way, better than, worse than, vs, versus, or should, is, are, aint, from here, walk from, walk away, is good, is bad, are good, are bad, is better, is a, are a, good for, bad for, makes, helps, burns,
  goal, goals, target, targets, aim, aiming, limit, budget, streak, undo, redo, delete, remove, change, replace, swap, edit, correct, correction,
  scratch that, oops, wrong, meant, make it, make that, it was, that was, those were, should be, rename, same as, usual, actually, not the, heaviest, fastest, longest, most, average of, compare, trend, progress, history,
  he, hes, she, shes, they, theyre, theyve, you, youre, your, yours, u, ur, his, her, their, them, him, someone, somebody, people, everyone, everybody, anyone, nobody, guy, dude's,
  watched, watching, saw, see, seen, read, reading, heard, listened, listening, bought, buy, buying, ordered, ordering, sold, sell, cost, costs, price, paid, tickets, ticket,
  movie, film, song, episode, podcast, article, video of, game on tv, on tv, match on tv, news, meeting, meetings, late for, queue, waiting, wait, drove, driving to, drive, car, traffic, flight, train to, train was, bus,
  ran out, ran into, ran late, running late, running out, run out, running low, ran low, run errands, ran errands, running errands, ran over, run over, run by, ran by, running on, ran away, run away, long run i, in the long run,
  run the numbers, run a business, runs in, walk me through, walked out, walked in on, walk in on, jumped to, jump to conclusions, pull the, lift me, lifted my, lift my, lifts my, press release, press conference, pressed for, pressed send,
  row of, rows of, a row with, bench of, on the bench, sat on, plank of, planks of, lunge at, squat in, dip of, dips and, and dip, with dip, curl up with, swing by, step by, steps today, steps, k steps, injured,
  ate, eat, eaten, eating, drank, drink, drinking, cooked, baked, breakfast, dinner, snack, brekky, supper, kcal per, per 100, carbs, protein, calories in, calories does, g of, grams of, ml of, recipe,
  client, clients, my coach, coach said, coach says, coach wants, said, says, told, asked, believe, dream, joke, kidding, jk`
    .split(',')
    .map((phrase) => [phrase.trim(), null] as const),
);
