/**
 * What people say they ate, and what is to be read: `text | slot: quantity unit words; … || the next meal`. Parts that
 * were not said are left out; plain water is `water` with its millilitres.
 */
export const meals = `
2 eggs and a banana | 2 eggs; 1 banana
had a chicken wrap and a diet coke for lunch | lunch: 1 chicken wrap; 1 diet coke
just ate a bowl of chili with sour cream | 1 bowl chili; sour cream
breakfast was oatmeal with blueberries | breakfast: oatmeal with blueberries
for breakfast: 3 scrambled eggs, 2 rashers of bacon, 1 slice of wholemeal toast | breakfast: 3 scrambled eggs; 2 rasher bacon; 1 slice wholemeal toast
snack: apple | snack: apple
snack - 30g almonds | snack: 30 g almonds
dinner salmon 180g, asparagus 120g, new potatoes 200g | dinner: 180 g salmon; 120 g asparagus; 200 g new potatoes
i had 2 slices of pepperoni pizza and a beer | 2 slice pepperoni pizza; 1 beer
250ml orange juice | 250 ml orange juice
1.5 cups of cooked rice | 1.5 cup cooked rice
rice 1,5 cups | 1.5 cup rice
0,5 l milk | 0.5 l milk
½ avocado on toast | 0.5 avocado on toast
1/2 avocado, 2 eggs | 0.5 avocado; 2 eggs
half an avocado | 0.5 avocado
a quarter of a watermelon | 0.25 watermelon
quarter of a pizza | 0.25 pizza
three quarters of a cup of oats | 0.75 cup oats
1 and a half cups of milk | 1.5 cup milk
one and a half bananas | 1.5 bananas
2 1/2 cups of popcorn | 2.5 cup popcorn
2½ slices of bread | 2.5 slice bread
a dozen oysters | 12 oysters
12 oysters | 12 oysters
half a dozen eggs | 6 eggs
a couple of beers | 2 beers
a couple cookies | 2 cookies
couple of eggs and toast for brekkie | breakfast: 2 eggs; toast
2-3 dates | 2.5 dates
2 to 3 tbsp peanut butter | 2.5 tbsp peanut butter
3 or 4 strawberries | 3.5 strawberries
~200g chicken | 200 g chicken
about 150 g of rice | 150 g rice
around 2 cups of soup | 2 cup soup
roughly 300ml of milk | 300 ml milk
approx. 100g tuna | 100 g tuna
eggs x2 | 2 eggs
2x toast | 2 toast
3 x eggs | 3 eggs
toast x 2, eggs x3 | 2 toast; 3 eggs
2 x 125g yogurt | 250 g yogurt
200g chicken 150g rice 100g broccoli | 200 g chicken; 150 g rice; 100 g broccoli
chicken 200g rice 150g broccoli 100g | 200 g chicken; 150 g rice; 100 g broccoli
chicken200g rice150g | 200 g chicken; 150 g rice
chicken breast - 200g | 200 g chicken breast
chicken breast: 200g | 200 g chicken breast
chicken breast (200g) | 200 g chicken breast
chicken breast = 200 g | 200 g chicken breast
chicken, rice and broccoli | chicken; rice; broccoli
chicken, rice, broccoli | chicken; rice; broccoli
pasta + meatballs + parmesan | pasta; meatballs; parmesan
porridge / banana / honey | porridge; banana; honey
an apple | 1 apple
a large apple | 1 large apple
2 small bananas | 2 small bananas
1 medium potato | 1 medium potato
an extra large egg | 1 extra large egg
a big bowl of cereal with milk | 1 bowl cereal with milk
a small bowl of yogurt | 1 bowl yogurt
large glass of milk | 1 glass milk
a tall glass of orange juice | 1 glass orange juice
a shot of espresso | 1 shot espresso
a double espresso | 1 double espresso
a pint of lager | 1 pint lager
a glass of red wine | 1 glass red wine
a mug of hot chocolate | 1 mug hot chocolate
a can of coke | 1 can coke
can of coke zero | 1 can coke zero
a bottle of beer | 1 bottle beer
a scoop of whey | 1 scoop whey
1 scoop protein powder with 300ml almond milk | 1 scoop protein powder; 300 ml almond milk
2 scoops of vanilla ice cream | 2 scoop vanilla ice cream
a handful of almonds | 1 handful almonds
handful of grapes | 1 handful grapes
small handful nuts | 1 handful nuts
2 handfuls of spinach | 2 handful spinach
splash milk in my coffee | 1 splash milk; coffee
a splash of milk | 1 splash milk
a dash of olive oil | 1 dash olive oil
drizzle of honey | 1 drizzle honey
a knob of butter | 1 knob butter
a pat of butter | 1 pat butter
a dollop of sour cream | 1 dollop sour cream
a pinch of salt | 1 pinch salt
a squirt of ketchup | 1 squirt ketchup
a squeeze of lemon juice | 1 squeeze lemon juice
heaping tbsp peanut butter | 1 tbsp peanut butter
1 heaped tablespoon of hummus | 1 tbsp hummus
2 level teaspoons of sugar | 2 tsp sugar
a spoonful of nutella | 1 spoonful nutella
2 cloves of garlic | 2 clove garlic
1 bulb garlic | 1 bulb garlic
5 florets of broccoli | 5 floret broccoli
a punnet of raspberries | 1 punnet raspberries
punnet of strawberries | 1 punnet strawberries
2 sprigs of parsley | 2 sprig parsley
3 leaves of lettuce | 3 leaf lettuce
2 sticks of celery | 2 stick celery
a stalk of celery | 1 stalk celery
a wedge of lemon | 1 wedge lemon
4 squares of dark chocolate | 4 square dark chocolate
a bar of milk chocolate | 1 bar milk chocolate
a bag of crisps | 1 bag crisps
packet of crisps | 1 pack crisps
a tin of tuna | 1 tin tuna
a can of chickpeas | 1 can chickpeas
a jar of olives | 1 jar olives
a pot of yogurt | 1 pot yogurt
a tub of cottage cheese | 1 tub cottage cheese
a carton of milk | 1 carton milk
2 salmon fillets | 2 salmon fillets
a fillet of cod | 1 fillet cod
an ear of corn | 1 ear corn
2 rings of pineapple | 2 ring pineapple
a rack of ribs | 1 rack ribs
a bite of cake | 1 bite cake
2 bites of brownie | 2 bite brownie
3 oz salmon | 3 oz salmon
6oz steak | 6 oz steak
8 oz. ribeye steak | 8 oz ribeye steak
1 lb ground beef | 1 lb ground beef
16 oz beer | 16 floz beer
12 fl oz coke | 12 floz coke
a 12 oz can of coke | 12 floz coke
a 12 oz steak | 12 oz steak
2 (6 oz) chicken breasts | 2 chicken breasts
1 (14 oz) can tomatoes | 1 can tomatoes
one 14 oz can of black beans | 1 can black beans
14-oz can of tuna | 14 oz tuna
a 2-inch piece of ginger | 1 piece ginger
a 6 inch turkey sub | 1 turkey sub
2 slices 80g bread | 2 slice bread
1 banana (118g) | 1 banana
4 crackers (20 g) with brie | 4 crackers; brie
fish and chips | fish and chips
beans on toast | beans on toast
eggs on toast | eggs on toast
2 eggs on toast | 2 eggs; toast
3 fried eggs on toast | 3 fried eggs; toast
cheese on toast | cheese on toast
mac and cheese | mac and cheese
spaghetti and meatballs | spaghetti and meatballs
ham and cheese sandwich | ham and cheese sandwich
2 ham and cheese sandwiches | 2 ham and cheese sandwiches
peanut butter and jelly sandwich | peanut butter and jelly sandwich
pb&j | pb&j
bangers and mash | bangers and mash
sweet and sour chicken | sweet and sour chicken
salt and vinegar crisps | salt and vinegar crisps
bacon, egg and cheese sandwich | bacon; egg and cheese sandwich
coffee with cream | coffee with cream
coffee with milk and 2 sugars | coffee with milk; 2 sugars
latte with oat milk | latte with oat milk
black coffee | black coffee
tea with milk | tea with milk
cup of tea | 1 cup tea
a cup of black coffee and two biscuits | 1 cup black coffee; 2 biscuits
greek yogurt with honey and walnuts | greek yogurt with honey; walnuts
salad with grilled chicken | salad with grilled chicken
burger without bun | burger without bun
burger no onions and fries | burger; fries
pizza without the crust | pizza
chicken caesar salad | chicken caesar salad
caesar salad w/ shrimp | caesar salad; shrimp
steak w/ fries | steak w/ fries
toast w/ avocado and egg | toast w/ avocado; egg
rice w/ 100g tofu | rice; 100 g tofu
bagel with 2 tbsp cream cheese | bagel; 2 tbsp cream cheese
whole pizza | whole pizza
a whole pizza | 1 whole pizza
1/2 pizza | 0.5 pizza
entire bag of chips | 1 bag chips
bannana | bannana
chiken breast | chiken breast
spagetti bolognese | spagetti bolognese
200g brocolli | 200 g brocolli
2 tortila wraps and hummous | 2 tortila wraps; hummous
sandwhich | sandwhich
i had pizza | pizza
i ate pizza last night | pizza
we had tacos | tacos
me and my wife had sushi | sushi
i've just eaten a burrito | 1 burrito
i just finished a protein shake | 1 protein shake
snacked on some grapes | grapes
munched on a few carrots | carrots
grabbed a bagel on the way to work | 1 bagel
drank 2 beers | 2 beers
drank a pint of milk | 1 pint milk
downed a gatorade | 1 gatorade
log 2 eggs | 2 eggs
log: 2 eggs and toast | 2 eggs; toast
add a banana | 1 banana
please log 200g of rice | 200 g rice
can you log a chicken salad | 1 chicken salad
track 1 cup of oatmeal | 1 cup oatmeal
2 eggs for breakfast | breakfast: 2 eggs
2 eggs 4 breakfast | breakfast: 2 eggs
porridge for my breakfast | breakfast: porridge
for lunch a tuna sandwich | lunch: 1 tuna sandwich
lunch - tuna sandwich and an apple | lunch: tuna sandwich; 1 apple
lunch = sushi | lunch: sushi
lunch today: sushi | lunch: sushi
my lunch: 300g chicken curry | lunch: 300 g chicken curry
todays lunch was a burrito bowl | lunch: 1 burrito bowl
dinner tonight was steak and chips | dinner: steak and chips
dinner: steak, mash, peas & gravy | dinner: steak; mash; peas; gravy
supper: cheese toastie | dinner: cheese toastie
tea with 2 sugars | tea; 2 sugars
had fish for tea | dinner: fish
as a snack i had a rice cake | snack: 1 rice cake
midnight snack: bowl of cereal | snack: 1 bowl cereal
2 beers as a snack | snack: 2 beers
drink: large latte | drink: large latte
yesterday i had pizza for dinner | dinner: pizza
yesterday: 200g pasta | 200 g pasta
on sunday i ate a roast dinner | 1 roast dinner
this morning i had 2 eggs | 2 eggs
this morning: coffee, croissant | coffee; croissant
at 8am i had a protein shake | 1 protein shake
8:30 porridge | porridge
12:30 - chicken wrap | chicken wrap
at noon i ate a salad | 1 salad
2 hours ago i had a banana | 1 banana
breakfast: eggs\\nlunch: soup\\ndinner: pizza | breakfast: eggs || lunch: soup || dinner: pizza
Breakfast - 2 eggs, toast. Lunch - tuna salad. Dinner - pasta | breakfast: 2 eggs; toast || lunch: tuna salad || dinner: pasta
breakfast 2 eggs, lunch chicken salad, dinner 200g salmon | breakfast: 2 eggs || lunch: chicken salad || dinner: 200 g salmon
2 eggs for breakfast, a sandwich for lunch and curry for dinner | breakfast: 2 eggs || lunch: 1 sandwich || dinner: curry
for breakfast i had porridge, for lunch a burger and for dinner steak | breakfast: porridge || lunch: 1 burger || dinner: steak
breakfast: coffee; lunch: ramen; snack: 2 cookies | breakfast: coffee || lunch: ramen || snack: 2 cookies
- 2 eggs\\n- 1 slice of toast\\n- coffee | 2 eggs; 1 slice toast; coffee
* 200g chicken\\n* 150g rice | 200 g chicken; 150 g rice
1. 2 eggs\\n2. toast\\n3. coffee | 2 eggs; toast; coffee
• banana\\n• 250ml milk | banana; 250 ml milk
2 eggs\\n1 toast\\n1 coffee | 2 eggs; 1 toast; 1 coffee
lunch\\nchicken 150g\\nrice 200g | lunch: 150 g chicken; 200 g rice
today i ate a cup of cheerios with half a cup of milk | 1 cup cheerios; 0.5 cup milk
today for lunch i had two slices of ham and a slice of cheddar cheese on rye bread | lunch: 2 slice ham; 1 slice cheddar cheese; rye bread
i had a bowl of tomato soup with 5 crackers | 1 bowl tomato soup; 5 crackers
for dinner i made spaghetti with a cup of marinara sauce | dinner: spaghetti; 1 cup marinara sauce
i had three pancakes topped with 2 tbsp of maple syrup | 3 pancakes; 2 tbsp maple syrup
today i had a turkey sandwich made with two slices of rye bread, 3 oz of turkey and a slice of swiss cheese | 2 slice rye bread; 3 oz turkey; 1 slice swiss cheese
i ate a salad made of 2 cups of lettuce, half a cucumber and 1 tomato | 2 cup lettuce; 0.5 cucumber; 1 tomato
my breakfast this morning was a bagel with 2 tbsp of cream cheese and a glass of apple juice | breakfast: 1 bagel; 2 tbsp cream cheese; 1 glass apple juice
for a snack i had a handful of cashews and a cheese stick | snack: 1 handful cashews; 1 cheese stick
i drank a cup of green tea and ate 2 shortbread cookies | 1 cup green tea; 2 shortbread cookies
later i had a bowl of ice cream | 1 bowl ice cream
then i had a slice of apple pie with a scoop of ice cream | 1 slice apple pie; 1 scoop ice cream
i also had a cup of coffee | 1 cup coffee
after my workout i had a banana and a protein shake | 1 banana; 1 protein shake
before bed i had a glass of milk | 1 glass milk
on my way home i grabbed a burger and fries | 1 burger and fries
i made an omelette with 3 eggs, half a cup of mushrooms and 2 slices of ham | 3 eggs; 0.5 cup mushrooms; 2 slice ham
i used 2 cups of spinach and a tablespoon of olive oil | 2 cup spinach; 1 tbsp olive oil
i had to cups of rice | 2 cup rice
today i at 2 eggs | 2 eggs
smoothie: 1 banana, 200ml milk, 1 tbsp peanut butter | 1 banana; 200 ml milk; 1 tbsp peanut butter
smoothie (1 banana, 200ml milk, 30g oats) | 1 banana; 200 ml milk; 30 g oats
omelette (3 eggs, 30g cheese) | 3 eggs; 30 g cheese
protein shake (30g whey, 300ml water) | 30 g whey; water 300
salad (lettuce, tomato, cucumber) | lettuce; tomato; cucumber
coffee (with milk) | coffee; milk
2 eggs (boiled) | 2 eggs boiled
pasta (cooked) 200g | 200 g pasta cooked
200g rice (cooked weight) | 200 g rice
chicken thighs, skin removed | chicken thighs
3 eggs, beaten | 3 eggs
200g potatoes, peeled and boiled | 200 g potatoes boiled
100g carrots, grated | 100 g carrots
200g chicken breast grilled | 200 g chicken breast grilled
100g pasta dry | 100 g pasta dry
120g raw oats | 120 g raw oats
250g cooked quinoa | 250 g cooked quinoa
tuna in water 120g | 120 g tuna in water
tuna in oil, drained 80g | 80 g tuna in oil drained
leftover curry | leftover curry
homemade lasagna 350g | 350 g homemade lasagna
7up 330ml | 330 ml 7up
12 grain bread 2 slices | 2 slice 12 grain bread
2% milk 300ml | 300 ml 2% milk
80/20 ground beef 150g | 150 g 80/20 ground beef
150g 93/7 ground turkey | 150 g 93/7 ground turkey
3 bean salad 200g | 200 g 3 bean salad
a 3 egg omelette | 1 3 egg omelette
2 minute noodles | 2 minute noodles
big mac and medium fries | big mac; medium fries
a mcdonalds cheeseburger | 1 mcdonalds cheeseburger
subway footlong | subway footlong
had a kfc bucket | 1 bucket kfc
starbucks caramel frappuccino | starbucks caramel frappuccino
a snickers and a red bull | 1 snickers; 1 red bull
coke zero 330ml | 330 ml coke zero
fage 0% 170g with 30g granola | 170 g fage 0%; 30 g granola
half a block of feta | 0.5 block feta
2 cheese triangles | 2 cheese triangles
2 toblerone triangles | 2 triangle toblerone
4 pringles | 4 pringles
2 weetabix with 200ml semi skimmed milk | 2 weetabix; 200 ml semi skimmed milk
40g special k with 125ml milk | 40 g special k; 125 ml milk
protein bar | protein bar
a protein bar and a banana post workout | 1 protein bar; 1 banana
500ml water | water 500
2 glasses of water | water 500
chicken, rice and a glass of water | chicken; rice; water 250
juice of 1 lemon | 1 juice of lemon
juice of half a lime | 0.5 juice of lime
1 tbsp butter or olive oil | 1 tbsp butter or olive oil
200g chicken, salt and pepper to taste | 200 g chicken; salt and pepper
2 cups of flour, divided | 2 cup flour
coffee and cake | coffee; cake
chicken and rice | chicken and rice
2 eggs, bacon & toast | 2 eggs; bacon; toast
eggs, ham and toast | eggs; ham; toast
😋 2 eggs and toast | 2 eggs; toast
2 🥚 | 2 egg
had 🍕 | pizza
3 eggs!!! | 3 eggs
Had 2 eggs. Then a coffee. | 2 eggs; 1 coffee
hi! 2 eggs and toast please | 2 eggs; toast
200g rice thx | 200 g rice
ate 200g rice lol | 200 g rice
2 eggs btw | 2 eggs
had porridge made w/ semi skimmed milk n a spoonful of honey for brekkie | breakfast: porridge; semi skimmed milk; 1 spoonful honey
snags on the barbie 3 of em with bread and onions | 3 snags; bread; onions
had like 10 fries off my gfs plate lol | 10 fries
took 1 scoop whey in 300ml milk post workout | 1 scoop whey; 300 ml milk
i took 2 rotis and dal for lunch | lunch: 2 rotis; dal
🍌 + ☕️ | banana; coffee
🍕🍕🍕 and 🍺🍺 | 3 slice pizza; 2 beer
omg just demolished a whole tub of ben and jerrys cookie dough | 1 tub ben and jerrys cookie dough
b: oats + berries, l: chicken caesar wrap, d: not yet | breakfast: oats; berries || lunch: chicken caesar wrap
breakfast: nothing, lunch: tomato soup | lunch: tomato soup
skipped breakfast, had a chicken wrap for lunch | lunch: 1 chicken wrap
no lunch but had 2 samosas for dinner | dinner: 2 samosas
my wife made shepherds pie, had 2 helpings | 2 serving shepherds pie
mum made lasagne and i had 2 portions | 2 serving lasagne
finished the kids' leftover mac n cheese, maybe half a cup | 0.5 cup leftover mac n cheese
maccas run: mcchicken, small fries, frozen coke | mcchicken; small fries; frozen coke
chikn sandwhich and brocolli soup | chikn sandwhich; brocolli soup
cant believe i ate a whole box of donuts | 1 box donuts
feeling guilty, had 4 oreos and a glass of milk after dinner | 4 oreos; 1 glass milk
so tired, had 2 coffees | 2 coffees
gym then a protein shake and 2 boiled eggs | 1 protein shake; 2 boiled eggs
woke up, ate 2 bananas | 2 bananas
full english: 2 sausages, 2 rashers bacon, beans | 2 sausages; 2 rasher bacon; beans
just ate a big mac medium fries n a large coke zero | 1 big mac; medium fries; 1 large coke zero
2 sausages mushrooms rice | 2 sausages; mushrooms; rice
turkey bacon avocado sandwich | turkey bacon avocado sandwich
honey garlic chicken | honey garlic chicken
a turkey sandwich on whole wheat bread and also a bag of chips | 1 turkey sandwich; 1 bag chips
had a cheeky nandos, half chicken w/ corn on the cob | 0.5 chicken; corn on the cob
kfc and a coke | kfc; 1 coke
lunch meal deal from tesco: ham sandwich, diet coke | lunch: ham sandwich; diet coke
thali for lunch: 2 phulka, dal, chaas | lunch: 2 phulka; dal; chaas
rice small bowl, spinach handful | 1 bowl rice; 1 handful spinach
1 katori dal, 3 rotis | 1 katori dal; 3 rotis
2 schooners of beer | 2 schooner beer
2 tb peanut butter on rice cake | 2 tbsp peanut butter; rice cake
about a cup of rice | 1 cup rice
like a piece of toast | 1 piece toast
protein yoghurt 200g from aldi | 200 g protein yoghurt
forgot to log my breakfast: 2 eggs and toast | breakfast: 2 eggs; toast
oh and i forgot i also had a yoghurt | 1 yoghurt
had a bagel for breakfast then a burrito for lunch and i just finished some ramen for dinner | breakfast: 1 bagel || lunch: 1 burrito || dinner: ramen
for lunch i had a big salad with chicken and i also had a diet coke | lunch: 1 big salad with chicken; 1 diet coke
salad with 100g lettuce, 50g tomato then a cookie | 100 g lettuce; 50 g tomato; 1 cookie
12oz cold brew, no sugar | 12 floz cold brew
had a salad but also a cookie | 1 salad; 1 cookie
nuts, like 40 grams, mixed | 40 g nuts mixed
ordered thai last night had about half the pad thai and two spring rolls | 0.5 pad thai; 2 spring rolls
jacket potato with tuna mayo and a side salad 4 tea | dinner: jacket potato with tuna mayo; 1 side salad
i eat 2 eggs and 1 toast today morning | 2 eggs; 1 toast
this morning i grabbed an egg mcmuffin hash brown and orange juice | 1 egg mcmuffin; hash brown; orange juice
ate half the kids fish fingers lol | 0.5 fish fingers
had my usual flat white plus an almond croissant | flat white; 1 almond croissant
work lunch today = tuna poke bowl | lunch: tuna poke bowl
around lunch time i had a blt | lunch: 1 blt
`;
