import { phrases } from '../../phrases.ts';

/** Any of these makes the clause something else than a log of one's own meal. */
export const refusals = phrases(
  [
    // Negations.
    'not', 'didnt', 'did not', 'dont', 'do not', 'doesnt', 'never', 'wont', 'cant', 'cannot', 'couldnt', 'wasnt', 'isnt', 'arent', 'havent', 'hasnt', 'hadnt', 'wouldnt', 'shouldnt', 'nothing', 'didn', 'nope', 'none', 'havnt', 'barely', 'hardly',
    'skipped', 'skipping', 'skip', 'missed', 'avoided', 'avoiding', 'resisted', 'turned down', 'gave up', 'quit', 'without eating', 'instead of', 'rather than', 'refused', 'passed on', 'forgot', 'forgot to',
    // Plans and wishes.
    'gonna', 'gunna', 'going to', 'will', 'ill', 'well have', 'might', 'maybe ill', 'may have', 'planning', 'plan', 'plans', 'thinking', 'think about', 'thought about', 'want', 'wants', 'wanna', 'wanted', 'would', 'should', 'could', 'craving', 'crave', 'cravings', 'feel like', 'feeling like', 'fancy', 'tempted',
    'almost ordered', 'almost ate', 'almost had', 'nearly ordered', 'nearly ate', 'nearly had', 'almost bought', 'wish', 'if', 'hope', 'hoping', 'tomorrow', 'later lol', 'about to', 'need to eat', 'need to', 'have to', 'gotta', 'supposed to', 'trying to', 'lets', 'let us', 'imma', 'finna', 'id', 'id like', 'considering', 'looking forward', 'cant wait', 'dreaming', 'dreamt', 'dreamed', 'imagine', 'instead', 'tmrw', 'soon', 'due', 'ready to',
    // Habits and others.
    'usually', 'always', 'often', 'sometimes', 'normally', 'rarely', 'used to', 'typically', 'every', 'everyday', 'ever', 'people', 'someone', 'somebody', 'everyone', 'everybody', 'anyone', 'nobody', 'per day', 'per week', 'a day', 'a week', 'generally',
    // Questions and requests.
    'what', 'whats', 'how', 'hows', 'why', 'when', 'where', 'which', 'who', 'whos', 'does', 'did', 'remind', 'reminder', 'reminders', 'ping me', 'recipe', 'recipes', 'recommend', 'recommendation', 'recommendations', 'suggest', 'suggestion', 'suggestions', 'nutrition', 'nutritional', 'macros', 'ingredients', 'ingredient', 'substitute', 'convert', 'reservation', 'reserve', 'shopping list', 'to do list', 'todo list', 'grocery', 'groceries', 'list', 'alarm', 'timer',
    'schedule', 'expire', 'expires', 'healthy', 'unhealthy', 'is it', 'are there', 'tell me', 'tell my', 'tell', 'ask', 'show', 'find', 'search', 'order me', 'give me', 'make me', 'get me', 'help', 'can i', 'can you tell', 'can you', 'can we', 'do i', 'do you', 'have you', 'should i', 'am i', 'any ideas', 'ideas', 'versus', 'vs', 'or', 'better than', 'worse than', 'per 100',
    // Settings, targets, edits, workouts.
    'goal', 'goals', 'target', 'targets', 'limit', 'budget', 'streak', 'undo', 'redo', 'delete', 'remove', 'change', 'replace', 'swap', 'edit', 'correct', 'correction', 'scratch that', 'oops', 'wrong', 'meant', 'make it', 'make that', 'take off', 'take out', 'it was', 'that was', 'actually it was', 'should be', 'save', 'rename', 'new food', 'same as', 'same', 'usual', 'my usual', 'sets', 'reps', 'rep', 'rpe', 'rir', 'workout', 'weigh', 'weighed', 'weighs', 'weight', 'bodyweight', 'slept', 'steps', 'bpm', 'bp',
    'left', 'remaining', 'leftovers in', 'burned', 'burnt', 'allergic', 'allergy', 'hate', 'love', 'loved', 'like eating', 'bought', 'buy', 'buying', 'ordered', 'ordering', 'sell', 'sold', 'cost', 'costs', 'price',
  ].map((phrase) => [phrase, null] as const),
);

/** Words no food's name has. Where one stays unexplained, the clause is chat. */
export const chatWords: ReadonlySet<string> = new Set([
  'i', 'im', 'ive', 'me', 'myself', 'we', 'us', 'you', 'u', 'ur', 'your', 'youre', 'he', 'hes', 'she', 'shes', 'it', 'its', 'they', 'theyre', 'them', 'his', 'her', 'their', 'him', 'theirs', 'mine', 'yours', 'my',
  'that', 'thats', 'there', 'theres', 'here', 'heres', 'because', 'cause', 'cuz', 'coz', 'cos', 'but', 'so', 'than', 'though', 'while', 'until', 'since', 'as', 'about', 'at', 'from', 'to', 'by', 'into', 'onto', 'before', 'after', 'during',
  'is', 'are', 'am', 'was', 'were', 'be', 'been', 'being', 'do', 'done', 'doing', 'has', 'have', 'can', 'get', 'got', 'getting', 'go', 'going', 'went', 'gone', 'come', 'came', 'coming', 'make', 'making', 'made', 'take', 'took', 'taking', 'give', 'gave', 'look', 'looks', 'looking', 'feel', 'feels', 'felt', 'feeling', 'think', 'thought', 'know', 'knew',
  'say', 'said', 'see', 'saw', 'need', 'needs', 'needed', 'try', 'use', 'work', 'works', 'worked', 'keep', 'let', 'put', 'seem', 'seems', 'eat', 'eats', 'ate', 'eating', 'had', 'having', 'cook', 'cooks', 'run', 'ran', 'running', 'walk', 'walked', 'train', 'trained', 'lift', 'lifted', 'did', 'squat', 'squats', 'bench', 'deadlift', 'deadlifts',
  'very', 'really', 'quite', 'much', 'many', 'too', 'more', 'less', 'most', 'best', 'better', 'worst', 'worse', 'enough', 'still', 'yet', 'already', 'even', 'else', 'ago', 'later', 'once', 'twice', 'again', 'today', 'meeting', 'meetings', 'day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'hour', 'hours', 'minute', 'minutes', 'min', 'mins', 'hrs', 'sec', 'secs', 'seconds', 'time', 'times', 'km', 'miles', 'mile',
  'yes', 'no', 'yeah', 'yep', 'maybe', 'ok', 'hello', 'bye', 'good', 'bad', 'great', 'awesome', 'amazing', 'terrible', 'awful', 'happy', 'sad', 'tired', 'hungry', 'starving', 'full', 'stuffed', 'bloated', 'sick', 'sore', 'fine', 'fun', 'crazy', 'weird',
  'friend', 'friends', 'mom', 'mum', 'dad', 'wife', 'husband', 'son', 'daughter', 'kid', 'kids', 'boyfriend', 'girlfriend', 'brother', 'sister', 'dog', 'cat', 'baby', 'boss', 'colleague', 'coworker', 'roommate', 'family', 'guy', 'guys', 'girl', 'everyone', 'table', 'room', 'house', 'office', 'gym', 'news', 'story', 'movie', 'song', 'phone', 'app', 'bot', 'robot', 'scale', 'mood', 'stress', 'sleep', 'energy level', 'waist', 'hips', 'calf', 'kcal', 'calories', 'calorie', 'carb', 'macro', 'diet', 'fasting', 'fast', 'shopping', 'store', 'supermarket', 'fridge', 'freezer', 'oven', 'kitchen', 'cooking', 'diarrhea', 'headache', 'party', 'question', 'idea', 'lot', 'lots', 'kind', 'type', 'sort', 'anything', 'something', 'everything', 'thing', 'things', 'stuff',
]);

/** Of the chat words, those that only open a remark after the food. */
export const tails: ReadonlySet<string> = new Set([
  'from', 'at', 'because', 'cause', 'cuz', 'coz', 'cos', 'since', 'while', 'before', 'after', 'during', 'by', 'but', 'for', 'in', 'on', 'so', 'which', 'as', 'until', 'though', 'of',
]);

export const people: ReadonlySet<string> = new Set([
  'mum', 'mom', 'mummy', 'mommy', 'dad', 'daddy', 'friend', 'friends', 'family', 'wife', 'husband', 'hubby', 'partner', 'girlfriend', 'boyfriend', 'gf', 'bf', 'kids', 'kid', 'son', 'daughter', 'sister', 'brother', 'boss', 'colleagues', 'coworkers', 'team', 'guys', 'girls', 'lads', 'boys', 'mates', 'parents', 'grandma', 'grandpa', 'gran', 'nan', 'nana',
  'roommate', 'flatmate', 'fiance', 'fiancee', 'client', 'clients', 'everyone', 'work', 'crew', 'gang', 'bestie', 'bro', 'sis', 'cousin', 'cousins', 'inlaws', 'in-laws', 'uncle', 'aunt', 'auntie',
]);
