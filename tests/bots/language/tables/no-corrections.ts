/** Messages that correct nothing: chat, stories, plans, questions, other people's doings, new entries, other commands. */
export const noCorrections = `
that was great
bananas are 100 kcal each
the marathon is 42.2 km
that's my bread and butter
this is bananas
that's nuts
it was a long day
remove me from the list
change my password
make it stop
i had 250g rice
200g rice
what was it?
was it 250g?
was that lunch or dinner?
how much rice was that?
it was delicious
it was nice
that was a nice coffee
that was delicious pizza
that was a good workout
that was tough
that was some pizza!
it was fun
it was raining
it was my birthday
that was quick
that was close
that was hard
that was easy
not bad
not hungry
not today
not yet
not really
not sure
not great, not terrible
no way
no idea
no problem
no worries
no thanks
no thank you
no pain no gain
no breakfast today
no gym today
no coffee today
no carbs today
no time to eat
no
nope
no i didnt
sorry
sorry i'm late
sorry about that
actually
actually no
wait
oops
oops sorry
my bad
hold on
i meant to go to the gym
i mean it
i meant well
change my city to madrid
change my name to anna
change my goal to 75kg
change my target to 2000 kcal
change the reminder to 8pm
change the subject
change of plans
make dinner
make me a sandwich
make it happen
make it quick
make sure you eat
make me laugh
set a goal
set a timer for 5 min
set my goal to 80kg
set reminder to 8am
move on
move my appointment to monday
move to spain
move the meeting to friday
remove the reminder
remove my account
remove my photo
remove everyone
remove the app
delete me
delete my account
delete my data
delete the app
delete the reminder
drop it
drop dead
drop me a line
take off at 9
take out tonight?
take it easy
take care
take the bus
get rid of this headache
cancel my order
cancel my subscription
cancel the reminder
cancel the meeting
skip lunch
skipped lunch
skip leg day
double check
double chin
double espresso
double cheeseburger
half marathon
half an hour
half asleep
half a pizza
swap numbers
swap shifts with john
replace the batteries
switch the lights off
switch to metric
switch to dark mode
substitute teacher
the rice was great
the pizza was cold
the pizza was 12 euros
the chicken was dry
the eggs were off
the bus was 20 minutes late
the party was yesterday
the meeting was on monday
my birthday was yesterday
the weather was bad
dinner was pizza
dinner was great
dinner was late
lunch was 2 eggs
lunch was good
breakfast was oats
breakfast was 2 eggs and toast
bench was hard
squats were brutal
the run was nice
my weight was fine
i was 82 when i was young
it was 30 degrees
it was 20 euros
it was 9 when i left
it was 10 minutes late
that was $20
that was 3 years ago when i was thin
that was tomorrow
that is tomorrow
it's friday!
its cold
its my birthday
it's ok
it is what it is
thats life
that's it
that's all
that's a lot
that's not fair
this is great
this is spotter?
they were out of eggs
they were nice
those were the days
i was hungry
i was at the gym
i didn't eat breakfast
i didn't have eggs
i didn't like the rice
didnt eat anything
i only ate once
i only had a banana
i only had coffee today
i only ate half an hour ago
without a doubt
without you
without me
tea without sugar
pizza without cheese
rice without butter 200g
200g chicken no skin
coffee no sugar
had rice instead of pasta
i had tofu not egg
instead of working i slept
rather not
i'd rather have pizza
pizza not great
coffee not working today
bench 3x8 80
squat 100kg 5x5
weight 82.4
mood 8
slept 7h
500ml water
2 eggs
2 eggs and toast
chicken 150 rice 200
ate 200g rice lunch
yesterday dinner steak 250g
breakfast: 2 eggs + toast
coffee with milk
lunch
yesterday
today
undo
undo that
scratch that
redo
take that back
help
how many calories in 2 eggs
what did i eat yesterday
avg protein last 4 weeks
remind me to drink water
remind me to weigh in at 8
drink water every 2 hours
tell my coach i was late
new food: my shake 220 kcal 30p 12c 4f per 300ml
save that as chili
my chili x1.5 no cheese
same breakfast as yesterday
again
my usual lunch
target 2200 kcal 160g protein
i want to lose 5 kg
lose weight
lose the attitude
cut the crap
forget it
forget about it
leave me alone
leave it
correct
correct!
that's correct
that is right
fix your bot
fix it
edit
my mom made dinner
she had 2 eggs not 3
the dog ate the banana
if it was 250g i would be fat
it would be 250g i guess tomorrow
i will make it 250g tomorrow
tomorrow it will be 3 sets
gonna make it 5 sets
it must be love
i wish it was friday
was the rice 250?
should i remove the banana?
should be fine
should be good
it should be illegal
that should be enough
this should be lunch tomorrow
that was so good
that was a close call
that was before lunch
that was after dinner
that was the best pizza ever
it was the best day
it was a good lunch
it was a cheat day
it was leg day
it was expensive
it was only a joke
it was nothing
it was me
it was ok
it was hot today
this was fun
this is the way
those are my shoes
they are not here
the gym was closed
the gym was packed
the food was amazing
the coffee was strong
my coffee was cold
my coach was happy
the scale was broken
the session was long
the squats felt heavy
bench felt easy today
my workout was tough
my sleep was bad
my day was fine
dinner was at my mom's
lunch was with anna
breakfast was skipped
i was late for lunch
i was thinking about pizza
i was 90kg last year
i made dinner for 4
i made it to the gym
i made it home
i made 3 pizzas for the party
i changed my mind
i changed jobs
i changed gyms
i switched to a new gym
i swapped my shift
i removed my shoes
i deleted the app
i took out the trash
i took the stairs
i dropped my phone
i dropped 2 kg this month
i lost 3 kg
i cut sugar
i quit sugar
no meat in january
no alcohol this week
no sugar challenge
no one likes broccoli
no matter what
no more pizza for me
no rest for the wicked
no big deal
no sleep last night
no appetite today
not a fan of tofu
not feeling it
not much
not bad at all
not gonna lie
not eating today
not training today
not a good day
nothing
none
never mind
why not
why not pizza
rather tired today
instead i went home
instead of pizza i made a salad and it was great
change is good
change my workout plan
change the language to spanish
change my email to a@b.com
change my coach
change my diet
change my units to pounds
make a plan
make me a plan for tomorrow
make my coach happy
make a note
make pizza tonight
make it better
make it up to you
make it rain
make it a habit
make it work
making progress
set my weight goal to 75
set an alarm for 7
set up my profile
set the table
set day start to 4
update me
update the app
update my profile
move my workout to tomorrow
move my body
move it
put it away
put on weight
put on 2 kg
put the kettle on
count my calories
count me in
log out
log this
log it please
add eggs to my shopping list
add 2 eggs
add a reminder
record a song
mark my words
save this recipe
save it as my breakfast bowl
delete reminder
delete my profile
delete everything about me
remove my coach
remove 2 reminders
take me home
take a break
take off your shoes
drop sets are fun
drop me a message
drop set bench 80x5, 60x8
skip
skip it
skip dinner
skip the gym
skip breakfast tomorrow
cancel
cancel my plan
cancel that
clear
clear skies today
lose 5kg
lose fat
cut to 75kg
cut season
half
half price
half day
double
double date
double shot latte
double cheeseburger and fries
triple jump
triple espresso
two eggs
two slices of toast
3x8 bench 80
3 eggs not scrambled
i had 2 eggs not fried
eggs but not the yolk
chicken not fried
coffee no milk
toast no butter
salad without dressing
burger without bun
oats with water instead of milk
200g rice instead of pasta for lunch
she was right
he was 80kg
my mom was 60
mum had 3 eggs not 2
my friend removed the butter
the recipe said 250g
recipe: 250g rice not 200
is it 250g
was it dinner
it was 250g, right?
should it be 250g?
do i remove the skin?
would you change the rice
can i change my weight
how do i change the rice to 250g?
how do i remove the banana?
what if it was 250g
if that was dinner what is left
when was that
who made dinner
i wonder if it was 250g
maybe it was 250g
i think it was great
i guess that was lunch for the week
tomorrow i will remove the butter
next time no butter
next time make it 250g
i will swap rice for quinoa tomorrow
gonna swap rice for quinoa
want to change to tofu
thinking of swapping rice for quinoa
i should have had tofu
i should eat less
should have gone to bed
should have been a doctor
sorry i forgot to log yesterday
sorry for the late reply
sorry i had pizza
sorry coach
sorry, busy day
oops i did it again
oops ate too much
oops forgot lunch
wait what
wait for me
actually i love it
actually never mind
actually today was great
i meant what i said
my mistake
my bad coach
correction needed
edit my profile
fix my sleep
wrong number
wrong
the coffee was strong
the steak was raw
the hotel had no breakfast
i had that for years
i had that cake
`;
