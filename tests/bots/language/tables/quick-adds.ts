/** Meals logged by their figures: `text | slot | day | kcal protein/carbs/fat | note`, with - for what was not said. */
export const quickAdds = `
+450 kcal 30p lunch | lunch | 03-02 | 450 30/-/- | -
~200 cal snack | snack | 03-02 | 200 -/-/- | -
30p 40c 12f dinner | dinner | 03-02 | 388 30/40/12 | -
500 kcal | - | 03-02 | 500 -/-/- | -
500kcal | - | 03-02 | 500 -/-/- | -
500 calories | - | 03-02 | 500 -/-/- | -
kcal 500 | - | 03-02 | 500 -/-/- | -
kcal: 500 | - | 03-02 | 500 -/-/- | -
calories 450 | - | 03-02 | 450 -/-/- | -
protein bar 210 kcal | - | 03-02 | 210 -/-/- | protein bar
protein bar 210 kcal 20g protein | - | 03-02 | 210 20/-/- | protein bar
1.200 kcal cheat meal last night | - | 03-01 | 1200 -/-/- | cheat meal
1,200 kcal dinner | dinner | 03-02 | 1200 -/-/- | -
quick add 300 | - | 03-02 | 300 -/-/- | -
quick add: 300 kcal lunch | lunch | 03-02 | 300 -/-/- | -
quick add 300 cal breakfast | breakfast | 03-02 | 300 -/-/- | -
quick-add 250 snack | snack | 03-02 | 250 -/-/- | -
qa 420 kcal | - | 03-02 | 420 -/-/- | -
p30 c40 f10 | - | 03-02 | 370 30/40/10 | -
p30c40f10 | - | 03-02 | 370 30/40/10 | -
30p40c12f | - | 03-02 | 388 30/40/12 | -
30p/40c/12f | - | 03-02 | 388 30/40/12 | -
30P 40C 12F | - | 03-02 | 388 30/40/12 | -
12f 30p 40c | - | 03-02 | 388 30/40/12 | -
30g protein 40g carbs | - | 03-02 | 280 30/40/- | -
30 g protein, 40 g carbs, 10 g fat | - | 03-02 | 370 30/40/10 | -
30g of protein and 40g of carbs | - | 03-02 | 280 30/40/- | -
30g protein, 40g carbs, 10g fat for breakfast | breakfast | 03-02 | 370 30/40/10 | -
protein 30 carbs 40 fat 10 | - | 03-02 | 370 30/40/10 | -
protein 30g carbs 40g fat 10g | - | 03-02 | 370 30/40/10 | -
protein: 30g, carbs: 40g, fat: 10g | - | 03-02 | 370 30/40/10 | -
protein: 30g carbs: 40g fat: 10g kcal: 400 | - | 03-02 | 400 30/40/10 | -
protein=30 carbs=40 fat=10 | - | 03-02 | 370 30/40/10 | -
+35g protein | - | 03-02 | 140 35/-/- | -
35g protein | - | 03-02 | 140 35/-/- | -
+20g carbs snack | snack | 03-02 | 80 -/20/- | -
10g fat snack | snack | 03-02 | 90 -/-/10 | -
30p | - | 03-02 | 120 30/-/- | -
30p lunch | lunch | 03-02 | 120 30/-/- | -
30c snack | snack | 03-02 | 120 -/30/- | -
yesterday dinner around 1100 kcal | dinner | 03-01 | 1100 -/-/- | -
yesterday 2500 kcal | - | 03-01 | 2500 -/-/- | -
700 kcal lunch yesterday | lunch | 03-01 | 700 -/-/- | -
monday lunch 700 kcal | lunch | 03-02 | 700 -/-/- | -
on saturday 2500 kcal | - | 02-28 | 2500 -/-/- | -
3 days ago 900 kcal dinner | dinner | 02-27 | 900 -/-/- | -
last night 800 kcal | - | 03-01 | 800 -/-/- | -
this morning 350 kcal | - | 03-02 | 350 -/-/- | -
today 650 kcal lunch | lunch | 03-02 | 650 -/-/- | -
at 1pm 300 kcal | - | 03-02 | 300 -/-/- | -
12:30 450 kcal 30p | - | 03-02 | 450 30/-/- | -
2000 kJ lunch | lunch | 03-02 | 478 -/-/- | -
2000kj | - | 03-02 | 478 -/-/- | -
840 kilojoules snack | snack | 03-02 | 200.8 -/-/- | -
400-500 kcal lunch | lunch | 03-02 | 450 -/-/- | -
400 to 500 calories for lunch | lunch | 03-02 | 450 -/-/- | -
about 600 calories for dinner | dinner | 03-02 | 600 -/-/- | -
had about 700 calories for dinner | dinner | 03-02 | 700 -/-/- | -
i had 700 calories for lunch | lunch | 03-02 | 700 -/-/- | -
i ate 300 kcal | - | 03-02 | 300 -/-/- | -
ate 300 kcal snack | snack | 03-02 | 300 -/-/- | -
just had 250 calories | - | 03-02 | 250 -/-/- | -
log 500 calories | - | 03-02 | 500 -/-/- | -
just log 600 calories for dinner | dinner | 03-02 | 600 -/-/- | -
add 300 kcal to lunch | lunch | 03-02 | 300 -/-/- | -
add 250 calories for breakfast | breakfast | 03-02 | 250 -/-/- | -
please add 250 kcal | - | 03-02 | 250 -/-/- | -
track 450 kcal 35p | - | 03-02 | 450 35/-/- | -
record 600 kcal | - | 03-02 | 600 -/-/- | -
a 300 calorie snack | snack | 03-02 | 300 -/-/- | -
300 calorie snack | snack | 03-02 | 300 -/-/- | -
500 calorie lunch with 40g protein | lunch | 03-02 | 500 40/-/- | -
lunch 650 kcal | lunch | 03-02 | 650 -/-/- | -
lunch: 650 kcal | lunch | 03-02 | 650 -/-/- | -
lunch - 650 kcal | lunch | 03-02 | 650 -/-/- | -
lunch ~650 kcal | lunch | 03-02 | 650 -/-/- | -
lunch was 600 kcal | lunch | 03-02 | 600 -/-/- | -
my lunch was about 600 kcal | lunch | 03-02 | 600 -/-/- | -
dinner: 800 calories, 50g protein | dinner | 03-02 | 800 50/-/- | -
dinner 800 cal 50p 60c 30f | dinner | 03-02 | 800 50/60/30 | -
breakfast 400kcal 30g protein | breakfast | 03-02 | 400 30/-/- | -
snack +150 cal | snack | 03-02 | 150 -/-/- | -
brekkie 420 cals | breakfast | 03-02 | 420 -/-/- | -
supper 700 kcal | dinner | 03-02 | 700 -/-/- | -
600kcal/40p/50c/20f | - | 03-02 | 600 40/50/20 | -
600 kcal, 40p, 50c, 20f | - | 03-02 | 600 40/50/20 | -
kcal 600 p 40 c 50 f 20 | - | 03-02 | 600 40/50/20 | -
600 kcal 40 protein 50 carbs 20 fat | - | 03-02 | 600 40/50/20 | -
1k cal | - | 03-02 | 1000 -/-/- | -
1.5k kcal dinner | dinner | 03-02 | 1500 -/-/- | -
45g protein 600 kcal dinner yesterday | dinner | 03-01 | 600 45/-/- | -
600 kcal 45g protein 8g fiber | - | 03-02 | 600 45/-/- | -
big mac 550 cal | - | 03-02 | 550 -/-/- | big mac
a big mac 550 kcal | - | 03-02 | 550 -/-/- | big mac
coke 140 cal | - | 03-02 | 140 -/-/- | coke
latte 190 kcal this morning | - | 03-02 | 190 -/-/- | latte
latte 190 kcal 10p | - | 03-02 | 190 10/-/- | latte
2 protein bars 420 kcal | - | 03-02 | 420 -/-/- | 2 protein bars
200g rice 260 kcal | - | 03-02 | 260 -/-/- | 200g rice
glass of wine 120 kcal | - | 03-02 | 120 -/-/- | glass of wine
3 beers 450 kcal | - | 03-02 | 450 -/-/- | 3 beers
birthday cake 400 kcal | - | 03-02 | 400 -/-/- | birthday cake
400 kcal birthday cake | - | 03-02 | 400 -/-/- | birthday cake
pub dinner 1400 kcal | dinner | 03-02 | 1400 -/-/- | pub
homemade curry 650 kcal 45g protein | - | 03-02 | 650 45/-/- | homemade curry
chicken salad, 420 kcal, 38g protein | - | 03-02 | 420 38/-/- | chicken salad
chicken salad - 420 kcal | - | 03-02 | 420 -/-/- | chicken salad
chicken salad (420 kcal) | - | 03-02 | 420 -/-/- | chicken salad
had a protein bar 210 kcal | - | 03-02 | 210 -/-/- | protein bar
ate pizza ~900 kcal | - | 03-02 | 900 -/-/- | pizza
pizza for dinner 900 kcal | dinner | 03-02 | 900 -/-/- | pizza
pizza 900 kcal for dinner | dinner | 03-02 | 900 -/-/- | pizza
450 calories of pizza | - | 03-02 | 450 -/-/- | pizza
450 calories worth of pizza | - | 03-02 | 450 -/-/- | pizza
protein shake 25g protein | - | 03-02 | 100 25/-/- | protein shake
whey shake 25g protein 130 kcal | - | 03-02 | 130 25/-/- | whey shake
cookies 200 cal | - | 03-02 | 200 -/-/- | cookies
takeaway 1100 kcal | - | 03-02 | 1100 -/-/- | takeaway
buffet 1800 kcal yesterday | - | 03-01 | 1800 -/-/- | buffet
500 kcal thx | - | 03-02 | 500 -/-/- | -
500 kcal for lunch pls | lunch | 03-02 | 500 -/-/- | -
lunch 500 kcal 👍 | lunch | 03-02 | 500 -/-/- | -
snack 180 kcal, 12g protein | snack | 03-02 | 180 12/-/- | -
midnight snack 320 kcal | snack | 03-02 | 320 -/-/- | -
protein bar was 190 cals 15g of protein | - | 03-02 | 190 15/-/- | protein bar
cafe brunch, guessing 750 cals | - | 03-02 | 750 -/-/- | cafe brunch
400 kcal 35g protein shake | - | 03-02 | 400 35/-/- | protein shake
`;

/** What has such figures and is no meal. */
export const noQuickAdds = `
target 2200 kcal
target 2200 kcal 160g protein
my target is 2000 calories
goal 150g protein
set calories to 2000
kcal goal 2100
budget 1800 kcal
how many kcal
how many calories in 2 eggs
how much protein in 100g chicken
what is 500 kcal in kj
is 2000 kcal enough
burned 300 kcal
i burned 450 calories
300 kcal burned
run 300 kcal
30 min run 300 kcal
5k run 400 calories
walked 200 kcal
workout 350 kcal
gym session 500 calories
elliptical 30 min 250 cal
my watch says 600 kcal
garmin 2500 kcal
i have 500 kcal left
500 kcal left
200 calories remaining
500 kcal under
over by 300 kcal
500 kcal deficit
300 kcal surplus
my tdee is 2400 kcal
maintenance 2500 kcal
bmr 1700 kcal
2000 kcal per day
2000 kcal a day
eat 2000 kcal a day
i eat 2000 calories
average 2100 kcal
avg protein last week
100 kcal per 100g
250 kcal per serving
new food: my shake 220 kcal 30p 12c 4f per 300ml
my shake is 220 kcal
an apple is 95 calories
a banana has 105 kcal
big mac has 550 kcal
there are 95 calories in an apple
95 calories in an apple
the bar was 210 kcal
it was 300 kcal
that was 500 calories
make it 250 kcal
change lunch to 600 kcal
remove 300 kcal
lunch should be 600 kcal
not 500 kcal
i didn't eat 500 kcal
tomorrow 500 kcal
500 kcal tomorrow
i want 500 kcal
i need 30g protein
need 40g more protein
i should eat 120g protein
remind me to eat 30g protein
500 kcal?
30g protein?
-200 kcal
5 f
c 30
30 c outside
it's 30 c outside
it is 20 f today
page 30
30 p
½ c (100 g) sugar
1 c sugar
8 g sugar
vitamin c 30
weight 82 kg
bench 80x8
2 eggs and toast
200g rice
high protein snack
low carb dinner
protein bar
zero calories
no carbs today
my wife ate 800 kcal
he had 500 calories
kcal
protein
20g protein bar
0 kcal
save that as 300 kcal
1800 kcal diet
lose 500 calories
hit 150g protein
reached 2000 kcal
between 1800 and 2000 kcal
less than 300 kcal
max 2000 kcal
the burger was 900 calories
a big mac is 550 calories
`;
