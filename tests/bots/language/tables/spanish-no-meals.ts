/** What Spanish speakers say that records no meal of theirs. */
export const spanishNoMeals = `
no desayuné
hoy no he comido nada
no comí arroz
nunca como pescado
no he cenado todavía
voy a comer una pizza
voy a cenar ensalada
mañana comeré paella
mañana desayuno huevos
quiero una hamburguesa
me apetece un helado
me gustaría comer arroz
esta noche cenaré merluza
debería comer más verduras
tengo que comprar leche y huevos
quizás coma pasta
estoy pensando en pedir sushi
si como pan engordo
a lo mejor ceno pizza
¿qué comí ayer?
¿cuántas calorías tiene un plátano?
cuántas calorías tienen 2 huevos
qué puedo cenar
cuanta proteína llevo hoy
¿es sano el aguacate?
mi hermano comió dos pizzas
mi madre hizo paella
ella ha comido tres tacos
comieron paella en la playa
siempre desayuno avena
suelo cenar sopa
normalmente como arroz
como arroz todos los días
compré 2 kg de arroz
me encanta el chocolate
odio el brócoli
me gustan las fresas
soy alérgico a los frutos secos
borra el arroz
cambia el arroz por pasta
recuérdame comer fruta a las 5
buenos días
gracias por todo
estoy cansado
tuve una reunión a las 9
corrí 5 km
dormí 8 horas
peso 80 kg
hace mucho frío
te quiero mucho
la comida estaba muy buena
cené fuera con amigos
dame una receta de lentejas
2 huevos o 3 tostadas
la semana que viene cenamos pizza
casi me como una pizza
me salté el desayuno
leche, huevos y pan en la lista
`;
