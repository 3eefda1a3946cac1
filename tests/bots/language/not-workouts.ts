/** What people write that is no workout of theirs: plans, questions, other people, food, metrics, corrections, chat. "⏎" is a new line. */
export const notWorkouts = `
should i bench today
should i bench today?
rest day
gonna run 5k later
going to squat 5x5 100 tonight
planning to run 10k tomorrow
i want to deadlift 200kg
want to bench 100kg by summer
i wish i could squat 140
how many sets of squats should i do
what is a good 5k time
whats my best squat
best bench ever?
what did i bench last time?
heaviest squat this year
my max bench is 100
i can bench 100kg
i bench 100
i squat 140kg
i run 5k every day
i usually run 5k in the morning
i always do 3x10 pushups
i used to squat 200kg
never done 10 pullups
i couldnt finish 5x5 squats
didnt do my 30 min run
did not run 5k today
skipped leg day
skipping leg day today
missed my 5k run
no gym today
cant run today, knee hurts
he ran 5k in 20 min
she benched 100kg
my wife did yoga for 30 min
my brother squats 200kg 5x5
my coach says 5x5 squats
coach wants me to do 3x10 rows
you should do 3x8 bench
can you make me a 5x5 program
what about 3x8 at 80
do you think 3x8 80 is ok for bench
3x8 chicken nuggets
2x100g rice
2 x 30g protein bars
3x 200ml milk
2x4 fish fingers
3x2 eggs
4 x 25g cheese
2x coffee
2 x toast
10k steps
12000 steps
walked 10k steps
steps 8000
8500 steps today
did 10k steps
weight 82.4
bench
squat
pullups
yoga
deadlift pr?
82.1kg this am
200g chicken, 150g rice
3 eggs and toast
2 slices of bread
1 banana
chicken breast 200g
lunch: 2 eggs
protein shake 30g
500ml water
resting hr 61
hr 58
slept 7h20
5h30 sleep
mood 8/10
energy 7
waist 86
chest 104 arm 37.5 thigh 59
hips 100
neck 38
body fat 18%
goal bench 100kg by june
goal: run 5k under 25 min
target 2200 kcal 160g protein
remind me to run at 7
remind me to do 3x10 squats tomorrow
every monday at 7 gym
undo
undo last set
delete the last set
make it 85kg
make that 3x10
the second set was 85kg
it was 3x8 not 3x10
not squat, deadlift
change the bench to 85
remove the squats
the bench was 82.5
actually it was 90kg
lol
good morning
good night
great workout today
what a workout
that was hard
legs are so sore
my legs hurt after squats
my shoulder hurts when i bench
knee pain from running
running late
running late for the meeting
i ran into an old friend
ran out of milk
ran out of eggs, 2 left
running 10 min late
the meeting ran 30 min
run me through it
run the numbers
walk me through the plan
walked the talk
going for a walk
off to the gym
heading to the gym for 1h
on my way to yoga 60 min
about to run 5k
signed up for a marathon
training for a marathon in 12 weeks
watched football 2 hours
watching tennis for 3 hours
movie 2 hours
read for 30 min
meeting 45 min
nap 30 min
30 min nap
drove 30 km
drive 45 min
flight 3 hours
cooking 30 min recipe
commute 45 min by train
work 8 hours
studied 2h
the bus took 30 min
my phone is at 50%
im 5'10 and 80kg
im 180cm
i am 30 years old
born 1990-03-02
2 years ago i ran a marathon
last year i ran 10k in 45 min
i'd like to run 5k
lets run 5k
lets do 3x10
if i run 5k how many calories
calories in 30 min run
how many calories does 30 min yoga burn
kcal burned running 5k
squat vs deadlift
bench or squat
is 3x8 better than 5x5
5x5 is better than 3x8
5x5 is a good program
my pr is 140
new shoes for running
bought 20kg dumbbells
bought a 16 kg kettlebell
ordered 2x10kg plates
my dog runs fast
my dog ran 5k with me lol
gym is closed
gym was packed
the gym opens at 6
gym membership 30 euro
€30 for a yoga class
yoga class at 18:00 tomorrow
yoga tomorrow 30 min
next week 5k run
next monday squat 5x5 100
in 2 days i run 10k
tonight ill bench 3x8 80
later bench 3x8 80?
thinking of doing 3x10 curls
almost benched 100kg
nearly ran 10k
forgot to log my run
forgot my 5k run
can i swap squats for lunges
swap bench for dips
replace squat with leg press
tell my coach i did 5x5
ask my coach if i should run 5k
tell my coach my shoulder is acting up
note: buy 2x4 wood
4x4 truck
room is 3x4 m
3x4=12
2+2
12*3
10@gmail.com
call me @ 8
meet @ 5
see you at 7
dinner at 8
score 3-1
we won 3-2
lost 6-4 6-3
1.2.3
https://example.com/3x8
5 stars
3 times a week
gym 3x a week
gym 3 times per week
run 3x week
10 reps
3 sets
3x8
80kg
80kg x 8
5x5
30 min
5k
100
8 8 6
rpe 8
bench?
squat 5x5 100?
did i log bench 3x8 80?
how was my 5k
show my squats
show last workout
squat history
bench trend
average bench last 4 weeks
last squat
when did i last run
pizza run
beer run
food run 20 min
press conference 30 min
bench the idea
row over nothing
curl up with a book 30 min
the plank is 2 m long
2 planks of wood
bar tab 30
dip with chips
chips and dip
fly to madrid 2h
flew 2 hours
jump to conclusions
pull the plug
push it to 5
lift is broken
clean the house
cleaned the fridge
snatch a snack
swing by at 5
5 min walk to work every day
a 5 min walk from here
hotel is a 10 min walk away
10 min walk from home
the run is on sunday
my run was cancelled
no run today
half an hour of running is enough
walk 10k steps
sauna 20 min
massage 1h
nap 1h
ice bath 5 min
wed: bench 3x8 80⏎thu: squat 5x5 100
the gym was packed so i left after 5 min
pool was closed so i left
my dog walks 10 km a day
i walk 5 km a day
that programme had us doing 10x10 squats, brutal
woke up 3 times
got up 4 times
tried 3 times
10 rounds of golf this year
ran 120 km this month
sauna was amazing
15 min sauna
5 a side tonight anyone
we have a 7 a side pitch
the pool is 25m long
he swims 60 lengths in a 25m pool
football was 2-1
20 min amrap sounds horrible
5x5: is it any good
3 rounds of interviews today
2nd set was brutal
one forty five today
tempo was too slow
the physio recommends 3x15 clamshells
my trainer suggested 5x5 squats
`;
