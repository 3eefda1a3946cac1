/**
 * Words that stand in the names of exercises and hardly elsewhere: the first look at a message. A text with none of
 * them and without the notation of sets is no workout.
 */
export const exerciseWords: ReadonlySet<string> = new Set(
  `
    ab abdominales abdos abduction abductor abductors abmat abs abseil abseiling acro acrobatics active adduction
    adductor adductors adho adventure aerobic aerobics aerobik afl agachamento aikido airbike airdyne allotment
    alphabet alternating amateur amrap anderson anjaneyasana aqua aquacise aquafit aquajogging aquarobics aquathlon
    arch archery arnolds arraché ashtanga asian assault assaultbike assisted atg athletics atlas atv ausfallschritt
    aussie axle baby babywearing bachata backbend backpack backpacking backstroke baddha badminton baduanjin bag
    bailar bakasana balasana ballet ballroom baloncesto balonmano banded bandy bankdrücken barbell barn barra barre
    barre3 barrenstütz barrys baseball basketball battleropes bauchpresse bb bball bbj beachbody beachvolleyball
    bearcrawl beastmaker behind beinbeuger beinheben beinpresse beinstrecker belt bench bergwandern bhangra
    bhujangasana biathlon bicep biceps bicycle bicycling bike biked bikeerg biking bikram billiards birddog
    bizepscurls bjj blackroll blading bleachers bmx board boarding boating bobsled bocce boccia bodyattack
    bodyboarding bodybuilding bodycombat bodypump bodysurfing bodyweight bogenschießen bokwa boliche boot bootcamp
    booty bor bosu boulder bouldered bouldering bouldern boules bouncing bound bow bowled bowler bowling bowls box
    boxe boxed boxen boxercise boxes boxfit boxing boxjump bp brasse braza brazilian breakdance breakdancing breaker
    breast breaststroke breathwork brick brisk brustschwimmen bss buceo buggy bulgarian bulgarians bullpen burpee
    bushwalking butt bw béisbol c25k c2b cable calcio calf calisthenics callisthenics calves caminar camogie canoe
    canoed canoeing canter cantering canyoneering canyoning capoeira captains cardio care carpentry carried carry cars
    cartwheel castle cat-cow caving ceilidh cgbp cheer cheerleader cheerleading chi child children chin-up chinning
    chins chinup chopper chopping chun ciclismo cindy circles circuit cj clam clamshell clean climb climbed climber
    climbing climbmill clubbing cmj combat commute comp compression concept2 conditioning contact conventional
    cooldown corde cornhole correr cossack cossacks countryside crab crank crawl crawling crescent crew cricket criss
    criterium croquet crossfit crossminton crossover crosstrainer crunch crushers ctb curl curling curtsey
    cutting cycled cycling cyclocross dance danced dancing dand darts db deadbug deadhang deadlift deads deficit
    dehnen delt deltoids delts depth dhanurasana diabolo dinghy dip dips dirtbike discus dislocates
    dislocations dive diving diy dl do dodgeball dog doing dolphin domestic dominadas donkey dorsiflexion
    double-unders downdog downs downward drag dragonboat dragonflag dragonfly dreadmill dressage drills driver driving
    du duathlon dubs duck duckpin dumbbell dus dvd dynamic développé e-bike ebike eccentric eighteen eishockey
    eislaufen eisstockschießen elbow elbows elevated eliptical elliptical elliptique emom empuje endurance enduro epee
    equestrian equitación erg ergometer escalada escalade escrime esquí estiramientos eventing exercise exercises
    exergame ext extended extension extensión f45 facepull facing fallout farmer farmers fartlek fastpitch fechten
    federball feldhockey fell fencing fentes ferrata ffe fighting fingerboard fingerboarding firewood fit fitball
    fitness fives flag flexibility flexion flexiones flexor flicks flip flipping floor floorball flowers
    flutterkicks fly flyes flys foam foiling fold footbag football footvolley footy forearm forest four fran
    freediving freerunning freestyle frisbee frogger frogstand frolf frontenis frontheben frontkniebeuge furniture
    futsal fußball fútbol g2o gaa gaelic gainage gallop galloping galloway gardened gardening gartenarbeit gauntlet
    gehen ghd ghr gi glute gm goblet going golf golfed golfing goodmorning gowod granny grappling grass gridiron
    gripper grippers grooming grouse gtoh gym gymnastic gymnastics hack hacken hacksquat hacky halting hammercurls
    hampelmann hamstring handball handcycle handstand handyman hang hangboard hangboarding hanging hangs hanumanasana
    hapkido harness hatfield headstand heavybag hedge heimtrainer helping hema hex hexbar hiit hike hiked hiking
    hitting hkr hlr hockey hold hoop hoops hoovering hop horseriding horseshoes house household housekeeping housework
    hpc hspu hug hula hurdle hurdles hurdling hurling hydrant hyper hyperextension hypers hyrox i-ts iaido ice
    iceskating inch inchworm incline inclined inline inliner inlineskaten inlineskating innebandy inner insanity
    interval intervals ironing ironman isometric iyt jack jackknife jacks jalón jardinage javelin jazzercise jefferson
    jeffing jerk jetski jetskiing jiu jiujitsu jog jogged jogging judo juggle juggling jujitsu jujutsu jump jumping
    jumprope jumps k1 k2e kabelrudern kajak kajakfahren kanu karate kart karting kas kata kayak kayaked kayaking kb
    kbs keelboat keepy keg kegeln kendo kettlebell kick kickabout kickback kickbacks kickball kickboxing kicks kid
    kipping kiteboarding kitesurf kitesurfen kitesurfing kizomba klettern klimmzug kniebeuge korfbal korfball
    krafttraining krankcycle krankengymnastik kraulen krav kreuzheben kte kung l-sit labour lacrosse ladder lagree
    landmine landscaping langhantelrudern langlauf langlaufen laps lat laterals latzug laufband laufen laundry
    lawnmowing lax legpress leisurely lengths les levantamento lever liegestütz lift lifted lifting lining load logs
    longboard longboarding longsword low-to-high lowers lsd lsit luge luggage lumbar lumberjack lunge lyra mace
    malasana man mandukasana manmaker marathon march marche marjaryasana martial mason massage mckenzie med 
    megaformer merengue metcon minigolf mitt mitts mma mobility modal moonboard mopping moto motocross motorbike
    motorcycling mountaineer mountaineering mow mowed mowing mph mtb mu muaythai mucking mudder multipower munro murph
    muscle-up muscleup musculation myofascial ménage nackendrücken nadisodhana natación natation nature
    navasana negative netball neutral nfl nogi nordic nordics nordictrack oac oap oblique obstacle ocr ohp ohs olympic
    ones orangetheory orientation orienteer orienteering outer outrigger outs overhead oztag p90x pacing packrafting
    paddle paddleball paddleboard paddleboarding paddling padel pallof parachuting parade paraglide paragliding
    parkour parkrun paschimottanasana patin patinaje paused pec pectoral pedal pedalo pedelec pelota peloton
    pelvic pendlay pendulum personal peso petanque physical physio physiotherapy pickle pickleball pied pike pilates
    pinch pincha pingpong pistol planche plank platform played plie plongée plyo pogo poi point polo pompes pong
    poomsae pose pp pram pranayama preacher prehab prensa prep press pressdown presse pressup progression prone
    prowler pruning puck pull pull-apart pull-up pullapart pulldown pullover pulls pullup pullups pump push push-up
    pushbike pushchair pushdown pushup put putt putting putzen qi qigong quads racewalking racing racketball
    rackets racquet racquetball radfahren rafting ragdoll raise rake raking ramble rambling rameur ran randonnée
    randori rappel rappelling raquettes rasenmähen rdl reach rear rebounder rebounding reclined reformer regatta rehab
    rehabilitation reiten reißen remo removals rennrad renovating renovation repeats resistance restorative revolved
    rfess rgbp ride riding ringen rmu rocks rode rodeln rodeo rogaining roll roller rollerblade rollerbladed
    rollerblading rollerskates rollerskating rollerski rolling rollout roman romanian romanians room rope ropes
    roping rotation rotations rotator rounders roundnet routine row rowed rower rowerg rowing rpm ruck rucked rucking
    rucksack rudergerät rudern rugby rumanian run run-walk running russian rückenschwimmen saber sabre saddling sail
    sailboarding sailing salsa salutation salute samba sambo sandbag savasana savate saw sawing schlittschuhlaufen
    schneeschippen schneeschuhwandern schrägbankdrücken schulterdrücken schwimmen scissor scissors scooter scootering
    scrambling scrubbing scuba sculling sculpt sdhp segeln seilspringen seitheben seitstütz self senderismo sentadilla
    sepak shadowboxing shakeout shbam shinbox shinny shinty shoot shootaround shooting shops shotput shrug shuttle
    shuttlecock sidestroke silks singles sirsasana sissy sit-up situp skateboard skateboarded skateboarding skated
    skatepark skater skaters skates skating ski skied skierg skifahren skiing skimo skinning skipping skips skis
    skitouring skull skullcrusher skydive skydiving skyrunning slalom slam slamball slams slav sldl sled sledding
    sledge sledgehammer sledging slideboard slimnastics slrdl smith smr snatch snatch-grip snooker snorkel snorkeled
    snorkeling snorkelled snorkelling snow snowboard snowboarded snowboarding snowshoe snowshoeing soccer softball
    somersault soul soulcycle soulevé spar sparred sparring spazieren speedskating speedwork spiderman spike spikeball
    spin spinning splashing splitboard splitboarding splits sport spoto springboard sprint sprinted sprinting
    sprints squash squat squats squeeze ssb stability stacking stadiums stair staircase stairclimber stairmaster
    stairs stance static steady steeplechase step step-down step-up stepmill stepper steps stepup stiff stiff-leg stir
    stirndrücken stoßen straddle straight-leg streetball strength stretch stretched stretching stroll
    stroller strolling strongman stunting suicides suitcase sumo sunday sup supine supino supping surf surfboard
    surfed surfen surfing surfskate surya suspended suspension svend swam swan sweeping swim swimmers swimming swing
    swings swiss t-bar t20 t2b tabata tabletennis tae taekwondo tai taichi taiji tango tanzen tap tapis tauchen teaser
    ten tenis tennis tenpin test tgu thai thaiboxen theory theragun things thoracic thread threshold through throw
    throwing throws thrust thruster tibialis tilt time ting tir tirage tischtennis tkd tke toboggan tobogganing
    toddler toe toes topgolf toprope topside torso touring track tractions trained trainer tramp tramping trampoline
    trampolining trapbar tread treading treadmill trek trekking tri triathlon tricep triceps trikonasana
    trizepsdrücken truck trunk trx ttb tubing tumbling turkish turmspringen turnen ube ufc ultra ultramarathon
    umsetzen unders unicycle unicycling unihockey unterarmstütz updog uphill uppercut ups upstairs ustrasana
    utkatasana uttanasana v-squat v-up vacuum vacuuming van vault versaclimber vertical vest vinyasa virabhadrasana
    virasana visit voleibol volkerball volley volleyball vr vrksasana vtt vélo wadenheben wakeboard wakeboarding
    wakesurf wakesurfing walk walked walking walkout walkpad wall wallball walls wally wallyball waltz wandering
    wandern warming warmup warrior wash wasserball wassergymnastik waterpolo waterski waterskiing wattbike weeding
    weightlifting wgs wheelchair white windmill windows windsurf windsurfer windsurfing wingfoil wingfoiling wiper
    wipers wod woodchop woodchopper woodchops woodland woods worked world wrestle wrestled wrestling wushu xc yachting
    yardwork yin yoga yogi yoke youtube ytw ytwl z2 zancadas zercher zipline zirkeltraining zpress zumba zwift
    élévations épaulé équitation étirements
    cardio core dance hs sadr sadrs inc benched squatted deadlifted pressed curled planked lunged rode skied swum runned
    skipped jogged runing joging swiming cyling jumped shrugged hip wrist lying seated lateral stand bridge cat crow cobra
    pigeon shoulder chin weights arms legs chest halo superman commando tabletop twist bend chop complex cluster sprawl cycle
    tempo trail race balance tuck butterfly sphinx scorpion skate kite catch pitching batting exercised foil chores
    cleaning digging shoveling shovelling hollow bug pointer hammer hammers neck knee body bis multi trap
  `
    .trim()
    .split(/\s+/),
);
