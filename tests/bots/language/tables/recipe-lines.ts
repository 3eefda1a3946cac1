/** Lines of recipes, as people paste them: `line | quantity unit food`, the food by words that must be in it. */
export const recipeLines = `
2 cups all-purpose flour, sifted | 2 cup flour
1 1/2 cups granulated sugar | 1.5 cup sugar
3/4 cup unsalted butter, softened | 0.75 cup butter
2 large eggs, lightly beaten | 2 eggs
1 tsp vanilla extract | 1 tsp vanilla extract
½ tsp fine salt | 0.5 tsp salt
1 teaspoon baking powder | 1 tsp baking powder
1/4 teaspoon freshly grated nutmeg | 0.25 tsp nutmeg
2 tbsp olive oil, plus extra for drizzling | 2 tbsp olive oil
1 onion, finely chopped | 1 onion
1 large onion, peeled and diced | 1 onion
2 garlic cloves, crushed | 2 garlic
3 cloves garlic, minced | 3 clove garlic
400g tin chopped tomatoes | 400 g chopped tomatoes
1 (14 oz) can coconut milk | 1 can coconut milk
2 (15 oz) cans black beans, drained and rinsed | 2 can black beans
1 x 400g tin chickpeas, drained | 400 g chickpeas
500g beef mince | 500 g beef mince
1 lb ground turkey | 1 lb ground turkey
1½ pounds boneless skinless chicken thighs, cut into chunks | 1.5 lb chicken thighs
4 chicken breasts, skin removed | 4 chicken breasts
200g/7oz spaghetti | 200 g spaghetti
250ml/8½fl oz double cream | 250 ml double cream
1 litre/1¾ pints vegetable stock | 1 l vegetable stock
75g (3oz) cheddar, grated | 75 g cheddar
100 g (about 1 cup) rolled oats | 100 g rolled oats
1 cup (240 ml) whole milk | 1 cup whole milk
2 tablespoons (30 g) butter, melted | 2 tbsp butter
juice of 1 lemon | 1 lemon
juice of ½ lime | 0.5 lime
zest of 1 orange | 1 orange
grated zest of 2 lemons | 2 lemons
salt and pepper to taste | salt and pepper
salt, to taste | salt
black pepper, to taste | black pepper
fresh parsley, chopped, to serve | parsley
lemon wedges, to serve | lemon wedges
grated parmesan, to serve | parmesan
vegetable oil, for frying | vegetable oil
butter, for greasing | butter
olive oil for drizzling | olive oil
icing sugar, for dusting | icing sugar
2 to 3 cups chicken broth | 2.5 cup chicken broth
3-4 carrots, peeled and sliced | 3.5 carrots
1-2 tbsp honey | 1.5 tbsp honey
about 2 cups shredded cheese | 2 cup cheese
1 heaping tablespoon peanut butter | 1 tbsp peanut butter
1 heaped tsp paprika | 1 tsp paprika
a pinch of salt | 1 pinch salt
pinch of cinnamon | 1 pinch cinnamon
a handful of basil leaves | 1 handful basil leaves
small bunch coriander, roughly chopped | 1 bunch coriander
1 bunch spring onions, trimmed and sliced | 1 bunch spring onions
1 head of broccoli, cut into florets | 1 head broccoli
1 medium cauliflower, broken into florets | 1 cauliflower
2 sticks celery, finely sliced | 2 stick celery
2 celery stalks, diced | 2 celery
1 red pepper, deseeded and sliced | 1 red pepper
1 small cucumber, halved lengthways | 1 cucumber
2 ripe avocados, peeled and stoned | 2 avocados
1 ripe mango, cubed | 1 mango
300g baby spinach, washed | 300 g baby spinach
150g frozen peas, thawed | 150 g frozen peas
1 thumb-sized piece of ginger, grated | 1 piece ginger
1-inch piece of ginger, peeled | 1 piece ginger
2 tbsp soy sauce, or to taste | 2 tbsp soy sauce
1 tsp chilli flakes, optional | 1 tsp chilli flakes
2 tbsp capers (optional) | 2 tbsp capers
1 tbsp maple syrup or honey | 1 tbsp maple syrup
2 tbsp butter or margarine | 2 tbsp butter
1 cup vegetable or chicken stock | 1 cup stock
1 tbsp lemon or lime juice | 1 tbsp juice
½ cup raspberries, strawberries or blueberries | 0.5 cup raspberries
2 cups flour, divided | 2 cup flour
2 tsp salt, divided | 2 tsp salt
1 egg, room temperature | 1 egg
3 eggs, at room temperature | 3 eggs
1 cup walnuts, toasted and chopped | 1 cup walnuts
½ cup pecans, roughly chopped | 0.5 cup pecans
1 cup grated parmesan cheese, plus more for serving | 1 cup parmesan cheese
1 cup packed brown sugar | 1 cup brown sugar
⅓ cup cocoa powder, sifted | 0.3333 cup cocoa powder
1 cup semi-sweet chocolate chips | 1 cup chocolate chips
8 oz cream cheese, softened | 8 oz cream cheese
1 stick butter, cubed | 1 stick butter
2 sticks unsalted butter, chilled | 2 stick unsalted butter
1 packet instant yeast | 1 pack yeast
7g dried yeast | 7 g yeast
500 ml spring water | 500 water
500g strong white flour, plus extra for dusting | 500 g flour
1kg potatoes, peeled and cut into chunks | 1 kg potatoes
4 medium potatoes, scrubbed | 4 potatoes
2 sweet potatoes, cut into wedges | 2 sweet potatoes
1 butternut squash, peeled, deseeded and cubed | 1 butternut squash
1 aubergine, cut into 2cm cubes | 1 aubergine
2 courgettes, thickly sliced | 2 courgettes
8 button mushrooms, quartered | 8 mushrooms
250g chestnut mushrooms, sliced | 250 g mushrooms
1 leek, white part only, sliced | 1 leek
4 spring onions, green tops only | 4 spring onions
6 rashers streaky bacon, chopped | 6 rasher bacon
4 salmon fillets, skin on | 4 salmon fillets
200g smoked salmon, torn into strips | 200 g smoked salmon
400g raw king prawns, peeled and deveined | 400 g prawns
1 tin tuna in water, drained | 1 tin tuna
6 slices prosciutto | 6 slice prosciutto
12 cherry tomatoes, halved | 12 cherry tomatoes
4 plum tomatoes, seeded and chopped | 4 tomatoes
2 tbsp tomato purée | 2 tbsp tomato
1 cup tomato sauce (homemade or store-bought) | 1 cup tomato sauce
1 jar marinara sauce | 1 jar marinara sauce
1 cup uncooked rice | 1 cup rice
200g basmati rice, rinsed | 200 g basmati rice
2 cups cooked quinoa, cooled | 2 cup quinoa
250g dried pasta | 250 g pasta
12 lasagne sheets | 12 lasagne
8 small flour tortillas, warmed | 8 tortillas
4 burger buns, split and toasted | 4 burger buns
2 slices crusty bread, cut into cubes | 2 slice bread
100g breadcrumbs (fresh or dried) | 100 g breadcrumbs
2 tbsp sesame seeds, toasted | 2 tbsp sesame seeds
1 tsp cumin seeds | 1 tsp cumin
2 tsp ground coriander | 2 tsp coriander
1 bay leaf | 1 bay leaf
3 sprigs thyme | 3 sprig thyme
1 tbsp chopped fresh rosemary | 1 tbsp rosemary
2 tablespoons finely chopped fresh dill | 2 tbsp dill
a few basil leaves | basil leaves
1 tbsp red wine vinegar | 1 tbsp red wine vinegar
2 tbsp dijon mustard | 2 tbsp dijon mustard
1 tbsp worcestershire sauce | 1 tbsp worcestershire sauce
a dash of tabasco | 1 dash tabasco
splash of white wine | 1 splash white wine
1 cup red wine (see note) | 1 cup red wine
200g greek yogurt | 200 g greek yogurt
½ cup plain yogurt, full-fat | 0.5 cup yogurt
150g feta, crumbled | 150 g feta
1 ball mozzarella, torn | 1 ball mozzarella
100g gruyère, grated | 100 g gruyère
2 egg yolks | 2 egg yolks
3 egg whites, whisked to stiff peaks | 3 egg whites
1 egg, beaten, for glazing | 1 egg
1 tbsp cornflour mixed with 2 tbsp water | 1 tbsp cornflour
2 bananas, mashed | 2 bananas
1 apple, cored and thinly sliced | 1 apple
100g raisins, soaked | 100 g raisins
1 tin (400g) kidney beans, drained | 1 tin kidney beans
250g puy lentils | 250 g lentils
1 cup dried chickpeas, soaked overnight | 1 cup chickpeas
400g firm tofu, pressed and cubed | 400 g tofu
1 tbsp fish sauce, or more to taste | 1 tbsp fish sauce
2 tbsp sugar, or as needed | 2 tbsp sugar
4 lamb chops, fat trimmed | 4 lamb chops
1 whole chicken, about 1.5kg | 1 chicken
2kg pork shoulder, bone-in, skin scored | 2 kg pork shoulder
`;
