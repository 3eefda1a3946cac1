/** A text, and what it records: the day where it is not today, the time, the slot, amounts and the catalogue's food. */
export const spanishMeals = `
comí 200 g de arroz y 150 g de pechuga de pollo | 200 g rice; 150 g chicken-breast
he comido 200g de arroz | 200 g rice
arroz 200 g | 200 g rice
200g arroz, 150g pollo, 10 ml aceite de oliva | 200 g rice; 150 g chicken; 10 ml olive-oil
desayuné 2 huevos fritos y un café con leche | breakfast: 2 fried-egg; 1 coffee-with-milk
he desayunado dos tostadas con aceite de oliva y tomate | breakfast: 2 toast; olive-oil; tomato
desayuno: yogur griego con nueces y miel | breakfast: greek-yogurt; walnuts; honey
desayuno 3 huevos revueltos y medio aguacate | breakfast: 3 scrambled-egg; 0.5 avocado
Para desayunar, una tostada con tomate y un cortado | breakfast: 1 bruschetta; 1 cortado
hoy he desayunado un bol de cereales con 200 ml de leche desnatada | breakfast: 1 bowl corn-flakes; 200 ml skim-milk
de desayuno pan con mantequilla y zumo de naranja | breakfast: buttered-toast; orange-juice
almorcé lentejas con arroz | lunch: lentils; rice
almuerzo: un plato de garbanzos y una manzana | lunch: 1 plate chickpeas; 1 apple
comida: ensalada, filete de ternera y patatas fritas | lunch: green-salad; steak; fries
en la comida tomé gazpacho y merluza a la plancha | lunch: gazpacho; hake
para comer, paella y una cerveza | lunch: paella; 1 beer
200 g de lentejas para el almuerzo | lunch: 200 g lentils
cené tortilla de patatas con ensalada | dinner: spanish-omelette; green-salad
cena: 180 g de salmón, 200 g de brócoli | dinner: 180 g salmon; 200 g broccoli
he cenado dos rebanadas de pan integral con jamón serrano | dinner: 2 slice whole-wheat-bread; prosciutto
cené un vaso de leche y 4 galletas | dinner: 1 glass milk; 4 cookie
para cenar una ensalada mixta y una lata de atún | dinner: 1 garden-salad; 1 can tuna
anoche cené pizza | -1 dinner: pizza
ayer cené croquetas y una copa de vino tinto | -1 dinner: croqueta; 1 glass red-wine
merendé un plátano y un puñado de almendras | snack: 1 banana; 1 handful almonds
merienda: yogur natural y dos galletas | snack: yogurt; 2 cookie
a media mañana un café y una manzana | snack: 1 coffee; 1 apple
de snack 30 g de queso | snack: 30 g cheddar
ayer comí paella | -1 paella
anteayer comí lentejas | -2 lentils
hace 3 días comí macarrones con tomate | -3 pasta-with-tomato-sauce
hace dos días cené sopa de verduras | -2 dinner: vegetable-soup
hace una semana comí fabada | -7 bean-stew
el sábado comí cordero asado | -2 lamb
el domingo por la noche cené una hamburguesa con queso | -1 dinner: 1 cheeseburger
el 27 de febrero comí arroz con pollo | -3 arroz-con-pollo
esta mañana he comido un cruasán | 1 croissant
esta tarde me he comido dos mandarinas | 2 tangerine
a las 9 desayuné tostadas con mermelada | 09:00 breakfast: toast-with-jam
comí un bocadillo de jamón y queso a las 14:30 | 14:30 1 ham-and-cheese-sandwich
a las 2 y media comí 150 g de pasta | 14:30 150 g pasta
un café a las 8 de la mañana | 08:00 1 coffee
comí arroz al mediodía | 12:00 rice
un par de huevos cocidos | 2 boiled-egg
media docena de ostras y vino blanco | 6 oysters; white-wine
media manzana y medio plátano | 0.5 apple; 0.5 banana
2 tazas y media de arroz | 2.5 cup rice
2 y medio plátanos | 2.5 banana
un cuarto de kilo de fresas | 0.25 kg strawberries
1,5 l de leche | 1.5 l milk
treinta y cinco gramos de queso fresco | 35 g queso-fresco
doscientos cincuenta gramos de pavo | 250 g turkey
2 cucharadas de aceite de oliva | 2 tbsp olive-oil
una cucharadita de azúcar | 1 tsp sugar
una cda de miel y 2 cdtas de mantequilla | 1 tbsp honey; 2 tsp butter
3 lonchas de jamón york | 3 slice ham
un vaso grande de zumo de naranja | 1 glass large orange-juice
2 manzanas grandes | 2 large apple
un plátano pequeño | 1 small banana
unos 100 g de quinoa | 100 g quinoa
2-3 huevos | 2.5 egg
2 o 3 galletas | 2.5 cookie
un filete de pollo con patatas al horno | 1 chicken-breast; baked-potato
la mitad de una pizza | 0.5 pizza
cien gramos de salmón | 100 g salmon
un café a las 10 menos cuarto | 09:45 1 coffee
a la una comí lentejas | 13:00 lentils
2 huevos fritos con patatas bravas | 2 fried-egg; patatas-bravas
tostada con tomate rallado y aceite | bruschetta; olive-oil
una y media tazas de arroz | 1.5 cup rice
el martes a las 21:30 cené sushi | -6 21:30 dinner: sushi
2 cafés con leche y una magdalena | 2 coffee-with-milk; 1 muffin
dos cucharadas colmadas de crema de cacahuete | 2 tbsp peanut-butter
me comí un trozo de tarta de queso | 1 piece cheesecake
bebí una cerveza sin alcohol | 1 non-alcoholic-beer
me tomé un té verde | 1 green-tea
tomé un batido de proteínas | 1 protein-shake
acabo de comer una ensalada césar | 1 caesar-salad
me acabo de tomar un café solo | 1 coffee
café con leche sin azúcar | coffee-with-milk
pan sin gluten con aguacate | gluten-free-bread; avocado
2 arepas con queso y frijoles negros | 2 arepa; cheddar; black-beans
tres tacos y un refresco | 3 taco; 1 cola
palta con pan tostado y jugo de naranja | avocado; toast; orange-juice
un sándwich mixto y una coca cola zero | 1 ham-and-cheese-sandwich; 1 diet-cola
pechuga de pollo a la plancha 180 g con verduras al horno | 180 g chicken-breast; roasted-vegetables
Apunta 2 huevos duros y una naranja | 2 boiled-egg; 1 orange
comi 200 g de arroz y platano | 200 g rice; banana
desayune yogur con arandanos | breakfast: yogurt; blueberries
cené con mi madre arroz y pollo | dinner: rice; chicken
desayuno: café y tostada. comida: lentejas y fruta. cena: merluza y ensalada | breakfast: coffee; toast \\ lunch: lentils; fruit \\ dinner: hake; green-salad
ayer desayuné avena y cené sopa | -1 breakfast: oats \\ -1 dinner: vegetable-soup
2 vasos de agua | water 500
bebí medio litro de agua | water 500
comí paella y bebí un vaso de agua | paella; water 250
agua 500 ml | water 500
comí 2 eggs y toast | 2 egg; toast
he comido 100 g de flurb y 200 g de arroz | 100 g ?; 200 g rice
ate 200g rice lunch | lunch: 200 g rice
2 eggs and toast for breakfast | breakfast: 2 egg; toast
yesterday i had a coffee and a banana | -1 1 coffee; 1 banana
`;
