/**
 * What people choose when a passphrase is asked of them, gathered from habit and from what this work would suggest, not copied from
 * a list of leaked ones. All in lower case without accents or spaces; ./common-passphrases.ts covers spelling, digits and repetition.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Little words that cost a guesser almost nothing between others. */
export const cheapWords = words(`
  a i u am an and are at be for from go hello hi i ilove iloveyou in is it im love loves me mr mrs my new no not of oh on one or our
  please so that the this to up us we with you your`)

/** Words that stand in passwords. */
export const commonWords = words(`
  password passwords passw0rd passwort pass passphrase passcode passkey pwd secret secrets secure security login logon signin signon
  admin administrator root guest test testing tester demo default changeme change letmein access account user username welcome
  welcomeback computer laptop internet windows microsoft apple google facebook iphone samsung android network server system
  master superman batman spiderman pokemon pikachu starwars ninja dragon monkey shadow sunshine princess prince flower flowers butterfly rainbow
  unicorn summer winter spring autumn christmas easter halloween holiday birthday happy happiness smile smiles lucky magic angel
  angels heaven heart hearts baby babe sweet sweetie sweetheart honey sugar chocolate cookie cookies cheese banana orange apple
  cherry strawberry pepper coffee pizza chicken wine beer vodka whisky prosecco champagne family mother father mum mummy dad daddy sister brother
  nan nanny grandma grandad son daughter children child kids friend friends forever always never together freedom peace hope faith
  trust trustno believe dream dreams dreamer star stars stardust moon moonlight sun sunny sunset sky blue red green yellow purple pink black white
  silver gold golden diamond crystal ruby amber tiger lion bear wolf horse horses pony dog dogs doggy puppy cat cats kitty kitten
  rabbit bunny fish bird birds eagle phoenix dolphin elephant penguin hamster turtle panther cheetah jaguar snake spider
  football soccer rugby cricket tennis golf hockey basketball baseball swimming running fitness boxing music guitar piano dance
  dancing dancer singing rock jazz movie movies harry potter harrypotter hogwarts gryffindor slytherin hermione disney mickey minnie
  tinkerbell simba nemo frozen elsa jesus christ jesuschrist god godisgood blessed blessing blessings allah bismillah mashallah alhamdulillah church
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november
  december today tomorrow yesterday morning night goodmorning goodnight weekend payday
  work working office manager boss team money millionaire success winner number numbers letter letters fuck fucking fuckyou shit bitch sexy
  hunter killer ranger soldier warrior legend king queen mustang ferrari porsche mercedes bmw audi ford yamaha honda toyota
  london england britain british english scotland scottish wales welsh ireland irish europe america american australia jamaica nigeria
  ghana india pakistan bangladesh poland romania turkey france spain italy portugal brazil africa paris manchester birmingham
  leeds sheffield bristol newcastle nottingham leicester cardiff glasgow edinburgh belfast brighton oxford cambridge
  arsenal chelsea tottenham spurs westham westhamunited liverpool liverpoolfc lfc manutd manchesterunited mancity manchestercity united everton
  astonvilla villa crystalpalace fulham brentford millwall charlton leyton orient leytonorient qpr watford southampton leedsunited
  newcastleunited wolves burnley sunderland derby norwich ipswich celtic rangers barcelona realmadrid juventus gunners hammers coyg
  ynwa coys
  safeguarding safeguard safe socialwork socialworker social worker workers socialcare childrens services council borough
  hackney newham towerhamlets tower hamlets walthamforest waltham forest barnet barking dagenham barkinganddagenham barkingdagenham
  hammersmith hammersmithandfulham hammersmithfulham camden islington haringey enfield redbridge havering lambeth
  southwark lewisham greenwich bexley bromley croydon merton sutton kingston richmond wandsworth ealing brent harrow hillingdon hounslow
  kensington westminster respect perpetrator survivor victim violence domestic abuse safeandtogether safetogether safe&together throughline
  partnership champion practice practitioner supervisor evaluator trainer training mosaic liquidlogic caseload casenotes
  oliver george arthur noah muhammad mohammed leo oscar harry archie jack henry charlie freddie theodore thomas finley theo alfie jacob
  william isaac tommy joshua james lucas alexander edward max mason ethan daniel samuel joseph benjamin david michael john paul peter mark
  andrew richard robert steven stephen anthony kevin brian jason matthew christopher ryan adam jordan connor liam callum kyle
  olivia amelia isla ava ivy freya lily florence mia willow rosie sophia isabella grace daisy sienna poppy elsie emily ella evelyn
  phoebe evie charlotte harper millie matilda maya emma emilia alice ruby charlie chloe jessica megan lauren bethany hannah rebecca
  rachel sarah laura lisa michelle nicola claire karen susan julie jane anne anna mary maria elizabeth margaret victoria samantha
  natasha jasmine aisha fatima zainab ayesha priya abigail lucy molly holly amy katie sophie zoe bella luna milo teddy buddy rocky
  oreo coco alfie lola roxy buster barney rosie molly poppy
  abcdef abc123 qwerty qwertyui azerty asdf asdfgh zxcvbn q1w2e3r4 1q2w3e4r 1qaz2wsx zaq12wsx qweasd qazwsx letme ontheroad
  blink matrix trinity mercury venus jupiter saturn galaxy universe cosmic bubbles snoopy garfield scooby scoobydoo shrek
  superstar rockstar gangster playboy cowboy cowgirl barbie princesses ladybird buttercup daffodil
  nothing something anything everything whatever forgot forgotten remember dontforget iforgot private personal house home garden kitchen window
  table chair bottle monitor screen keyboard mouse phone telephone printer desk coffee stapler lanyard temporary temp1 pa55word`)

/** Whole phrases that are known by heart. */
export const commonPhrases = words(`
  correcthorsebatterystaple correcthorsebattery horsebatterystaple tobeornottobe tobeornottobethatisthequestion maytheforcebewithyou mayforcebewithyou
  thequickbrownfox thequickbrownfoxjumpsoverthelazydog quickbrownfox lazydog onceuponatime happilyeverafter twinkletwinklelittlestar
  baabaablacksheep humptydumpty jackandjill marymadalittlelamb maryhadalittlelamb rowrowrowyourboat happybirthday happybirthdaytoyou
  merrychristmas happychristmas happynewyear godsavethequeen godsavetheking rulebritannia keepcalmandcarryon keepcalm carryon
  youllneverwalkalone neverwalkalone gloryglorymanunited foreverblowingbubbles itscominghome cominghome openthedoor opensesame
  abracadabra supercalifragilisticexpialidocious supercalifragilistic hakunamatata toinfinityandbeyond winteriscoming livelaughlove
  liveloveandlaugh carpediem hasheliedagain allyouneedislove dontworrybehappy letitbe letitgo yesterdayallmytroubles imagineallthepeople
  wewillrockyou bohemianrhapsody stairwaytoheaven dancingqueen mammamia nevergonnagiveyouup nevergiveup believeinyourself
  thecatsatonthemat ilovemyfamily ilovemychildren ilovemykids ilovemydog ilovemycat ilovemymum ilovemyhusband ilovemywife ihatepasswords
  ihatethis ihatework ihatemondays ilovechocolate thisismypassword mypassword mypasswordis mysecretpassword
  nottellingyou idontknow whatismypassword passwordpassword letmeinplease letmeinnow openup enterhere
  thankgoditsfriday itsfriday myfirstpassword mynewpassword newpassword oldpassword strongpassword securepassword verysecure safeandsound
  bemybaby onedayatatime onestepatatime inthebeginning ourfatherwhoartinheaven thelordismyshepherd amazinggrace
  london2012 worldcup worldcup66 worldcup1966 euro2020 euro2024 lionesses threelions
  socialworkersrock childrenfirst thinkfamily everychildmatters workingtogether savethechildren keepchildrensafe keepingchildrensafe
  victimsurvivor childprotection familysupport familysafeguarding domesticabuse domesticviolence safeandtogethermodel`)

/** Rows and columns of keyboards. Each is walked both ways and round. */
export const keyboardWalks = words(`
  qwertyuiop asdfghjkl zxcvbnm 1234567890 qazwsxedcrfvtgbyhnujmikolp 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p
  qwertyuiopasdfghjklzxcvbnm 1q2w3e4r5t6y7u8i9o0p !"£$%^&*() !@#$%^&*() zaqxswcdevfrbgtnhymjukilop
  147258369 741852963 789456123 azertyuiop a1s2d3f4g5h6j7k8l9 abcdefghijklmnopqrstuvwxyz`)
