/** Messages that log no meal of their writer's: stories, plans, negations, others' meals, questions, shopping, chat. */
export const noMeals = `
i love pizza
dinner at 8?
didn't eat breakfast
i did not have lunch
no breakfast for me
haven't eaten all day
skipped lunch again
i never eat breakfast
i don't like eggs
not hungry
i can't eat dairy
i am allergic to peanuts
i'm vegan
i stopped eating bread
i quit sugar
trying to cut down on sugar
i should eat more vegetables
i need to drink more water
i want a burger so bad
i'm craving chocolate cake
i could kill for a pizza
would love a coffee right now
thinking about tacos
might have sushi later
gonna grab a burrito
going to make pasta tonight
planning to have salmon tomorrow
tomorrow: 2 eggs and toast
i'll have 2 eggs tomorrow
will eat the leftover curry later
let's have pizza tonight
shall we get thai food
pizza tonight?
do you like sushi
what's for dinner
what did i eat today
what should i eat before the gym
how many calories in a banana
how much protein in 100g chicken
is rice healthy
are eggs good for you
is 2 eggs enough
can i eat rice at night
should i have oats or eggs
which is better, rice or pasta
how do you cook quinoa
how long to boil eggs
recipe for banana bread
give me a recipe with chicken and rice
what can i make with 2 eggs and flour
suggest a high protein snack
any ideas for lunch
low calorie dinner ideas
my mum made lasagne
my son ate 2 hot dogs
my wife had a salad
my husband ate all the cookies
the kids had pizza for dinner
he ate my sandwich
she had 3 glasses of wine
they had burgers
john had a steak
the dog ate the chicken
my boss bought us donuts
my friend is cooking curry
her birthday cake was huge
his lunch smelled great
someone ate my yogurt
everyone had pizza except me
grandma baked an apple pie
buy milk and eggs
bought 6 eggs and a loaf of bread
need to buy bananas
add bananas to the shopping list
shopping list: milk, eggs, bread
went to the store for bread
groceries: chicken, rice, broccoli
eggs are so expensive now
milk costs 2 euros
paid 15 dollars for a burger
rice is 3 for 2
a coffee is 4 bucks these days
the price of butter went up
ordered a pizza, it never came
order 2 pizzas
i'd like to order a large pepperoni pizza
book a table for 2 at 8
reserve a table at the steak house
meet for lunch at 1
lunch with sarah at 12
coffee at 3?
see you at dinner
dinner was great
breakfast was delicious
lunch was too much
best pizza ever
that pizza was amazing
the soup was cold
the bread is stale
the chicken is in the oven
rice is cooking
water is boiling
dinner is ready
i made dinner for the kids
cooking pasta for my family
baked cookies for the school fair
had dinner at my parents' place
had lunch with a client
had breakfast in bed
had a big breakfast
ate way too much
ate out last night
i ate so much
i'm so full
i'm stuffed
feeling bloated after lunch
felt sick after dinner
that was a good meal
i eat 2 eggs every morning
i usually have oats for breakfast
i always have coffee with milk
we often eat fish on fridays
i used to eat 6 meals a day
every day i drink 2 coffees
on sundays we have roast
when i was young i ate a lot of sweets
if i eat bread i get bloated
i would eat 3 eggs if i could
i wish i had a pizza
i dreamt of a giant burger
i nearly ate the whole cake
i almost had a donut
resisted the cookies
said no to cake
turned down a beer
avoided the chips
instead of fries i want salad
make it 3 eggs
change rice to 200g
it was 2 eggs not 3
not rice, pasta
remove the toast
delete the coffee
undo
the chicken was 200g
those were small eggs
same as yesterday
my usual
set a reminder to eat at 12
remind me to drink water at 10
remind me to take my protein shake
target 2000 kcal
goal 150g protein
my goal is 70 kg
weight 82.4
slept 7 hours
bench 80x8
squat 5x5 100kg
ran 5k in 27:30
30 min yoga
10000 steps
mood 8
bp 120/80
waist 84cm
hr 58
big day today
what a day
good morning
good night
thanks
ok
lol
nice
cool beans
piece of cake
easy as pie
go bananas
spill the tea
not my cup of tea
bring home the bacon
he's a tough cookie
couch potato
big cheese
in a pickle
apple of my eye
bread and circuses
butter fingers
egg on my face
the cherry on top
salt of the earth
full of beans
sugar daddy
hot potato
humble pie
smart cookie
top banana
traffic jam
chicken dance
apple music
orange juice shop
blackberry phone
java developer
spam email
raspberry pi
pizza delivery guy is late
coffee machine is broken
the tea towel is wet
butter dish
egg timer
rice cooker
lemon car
cookie settings
paste the link
play bread by taylor swift
turn off the oven
tell me a joke
how are you
where is the nearest cafe
translate cheese to french
who invented pizza
what is the capital of turkey
i live in turkey
my cat is called biscuit
biscuit is sleeping
i named my dog peanut
took the biscuit
took a nap
took my son to mcdonalds
took 2 paracetamol
forgot to add bleach to the shopping list
forgot to log off
feeling guilty, my son had 2 cakes
woke up and he had 2 coffees
my wife made lasagne, had a nap
my mum made soup, she had 2 bowls
skipped breakfast and lunch
skipped lunch, my sister had pizza
no breakfast, no lunch, no dinner
🍕🍕🍕
🍺🍺!
happy birthday 🎂🎂
cant believe he ate 3 pizzas
not gonna lie that pizza was good
d: nothing
s: 100x5, b: 80x5, d: 140x5
b: 80kg
cooked 500g rice for the week
made a batch of chilli
stocked up on eggs, milk and bread
picked up bread and milk
pizza arriving in 10
taco tuesday!
dinner at mums tonight, lasagne probably
oh great, another salad
my wife last night had pizza
i eat rice every day
had the usual breakfast
peanut butter ice cream
`;
