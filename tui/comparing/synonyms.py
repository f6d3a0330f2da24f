"""What reporting prose calls by several names: groups of words that tell one kind of event or thing.

Written by hand from the general vocabulary of news. Some groups were added after articles had been scored with
the table, so the scores on those articles say a little too much; words that only one story needed have no place
here. A group is weak evidence that two sentences tell the same; it makes no fact and no verdict. A word stands in
one group, and a word with two common meanings in none.
"""

from __future__ import annotations

GROUPS = """
die died dies dying dead death deaths deadly fatal fatality fatally kill killing killer murder slain slay
die slaying homicide perish lethal manslaughter toll mortality deceased obituary
injure injury injured wound wounded hurt harm maim casualty victim
hospital clinic infirmary hospitalize hospitalise ward intensive-care
doctor physician medic surgeon paramedic nurse
illness disease sickness ill sick ailment infection virus epidemic outbreak pandemic condition
cancer tumor tumour leukemia leukaemia oncology
vaccine vaccination vaccinate jab inoculate immunize immunise
resign resignation quit step-down stepping-down stepped-down stand-down stepped-aside step-aside depart
resign departure relinquish vacate resigned
dismiss sack oust ouster axe terminate termination fired firing layoff laid-off redundancy redundant
appoint appointment hire hired name-as nominate nomination nominee recruit successor replace replacement
retire retirement retiree
sue lawsuit litigation litigate plaintiff legal-action
accuse accusation allege allegation alleged accuser claim
charge indict indictment arraign arraignment count counts
convict conviction guilty verdict found-guilty
acquit acquittal exonerate innocent innocence not-guilty cleared
sentence sentencing sentenced prison jail imprison imprisonment incarcerate incarceration inmate behind-bars
sentence prisoner
arrest detain detained detention custody apprehend nab capture captured
court judge tribunal hearing jury juror courtroom magistrate trial bench
lawyer attorney counsel solicitor barrister prosecutor prosecution district-attorney
police officer cop cops sheriff deputy constable detective policeman policemen trooper
suspect suspected gunman attacker assailant shooter perpetrator
rape sexual-assault molest sexual-abuse abuse
harass harassment misconduct inappropriate groping grope
rob robbery burglary burglar theft thief steal stolen stealing heist loot looting larceny
fraud scam embezzle embezzlement swindle bribe bribery corruption corrupt graft launder laundering
drug cocaine heroin narcotic marijuana cannabis methamphetamine opioid
bomb bomber bombing explosion explode exploded blast detonate detonation explosive
shoot shot shots gunfire gunshot shooting opened-fire gunned-down
gun pistol rifle firearm handgun weapon revolver shotgun
stab stabbing knife knifed blade
attack raid assault ambush storm stormed offensive onslaught
airstrike strike strikes bombardment air-raid warplane
soldier troop troops army military serviceman force forces
militant insurgent rebel fighter guerrilla extremist jihadist terrorist terrorism
war conflict battle fighting clash clashes combat hostilities skirmish gunfight firefight
truce ceasefire cease-fire armistice peace
hostage kidnap kidnapping abduct abduction captive ransom
rescue rescued save saved evacuate evacuation survivor survive survived
missing disappear disappearance vanish vanished
search hunt manhunt
fire blaze inferno flame flames burn burned burnt arson firefighter fire-crew
crash crashed collision collide collided wreck pileup derail derailment
plane aircraft jet airliner airplane flight aeroplane
pilot captain crew cockpit
car vehicle automobile sedan truck lorry van motorist driver drove drive
ship boat vessel ferry tanker
train railway rail locomotive
earthquake quake tremor temblor magnitude seismic aftershock epicenter epicentre
flood flooding flooded floodwater deluge inundate
hurricane storm-surge typhoon cyclone tornado twister windstorm
rain rainfall downpour snow snowfall blizzard
drought heatwave wildfire bushfire
destroy destroyed destruction damage damaged devastate devastation demolish ravage ruin ruined
destroy wreckage debris
collapse collapsed cave-in crumble
fall fell fallen slip slipped tumble tumbled plunge plunged topple
rise rose risen increase increased climb climbed surge surged grow growth soar soared jump jumped gain
rise gained hike
decline declined decrease drop dropped slump slumped dip dipped shrink sink sank tumbling plummet
buy bought purchase purchased acquire acquired acquisition takeover merger merge buyout
sell sold sale selling auction divest
company firm corporation business enterprise conglomerate
group organization organisation nonprofit non-profit charity foundation charitable not-for-profit
shareholder stockholder investor investment invest stake share shares stock stocks
profit earnings revenue income turnover
loss losses deficit debt bankrupt bankruptcy insolvent insolvency
price cost costs fee tariff
pay paid payment compensation salary wage compensate
money fund funds funding cash financing finance grant donate donation donor
settle settlement settled payout
fine fined penalty penalize sanction sanctions
tax taxes taxpayer levy
bank lender banking loan
employee worker staff staffer workforce labor labour job jobs
walkout picket union
chief executive ceo boss chairman chair head
director leader leadership
spokesman spokeswoman spokesperson representative rep publicist
apologize apologise apology apologies sorry regret remorse contrition
criticize criticise criticism backlash outrage condemn condemnation denounce slam slammed uproar
criticize outcry outraged fury
praise praised hail hailed laud lauded commend applaud tribute
deny denied denial refute reject rejected dispute
admit admitted admission acknowledge acknowledged confess confession concede conceded
refuse rebuff
promise pledge pledged vow vowed commitment
threaten threat threatened warn warned warning
urge urged demand demanded plead pleaded
plan planned intend intended intention propose proposal
announce announced announcement declare declared declaration unveil unveiled reveal revealed disclose disclosed
confirm confirmed confirmation verify verified
launch launched introduce introduced debut released release rollout roll-out
begin began begun start started commence commenced kick-off opened
end ended finish finished conclude concluded halt halted stop stopped cease suspend suspended
cancel cancelled canceled scrap scrapped abandon abandoned postpone postponed delay delayed
ban banned prohibit prohibited forbid outlaw
allow allowed permit permitted authorize authorise approve approved approval
win won victory winner triumph triumphed victorious winning
lose lost defeat defeated beat beaten
score scored goal touchdown points
championship tournament cup league playoff playoffs
game match fixture contest
player footballer athlete quarterback striker midfielder
coach manager trainer
team club side squad
trade traded sign signed signing transfer contract deal
record-breaking record milestone
vote voted voting ballot poll polls referendum election electoral elect elected re-election reelection midterm
candidate candidacy campaign campaigned
senator senate congressman congresswoman congress lawmaker legislator
senator parliament mp parliamentarian
republican gop conservative
democrat democratic liberal
president presidency presidential white-house
minister ministry cabinet secretary
government administration state authorities authority official officials
law bill legislation legislate statute
protest protester protestor demonstration demonstrator demonstrate rally rallied march marched marcher riot
protest rioter unrest
refugee migrant immigrant asylum migration immigration
border frontier
agreement accord pact treaty
talks negotiation negotiate negotiating summit meeting met meet
visit visited trip travel traveled travelled tour
investigate investigation investigator probe inquiry enquiry examine examining review reviewing
evidence proof
report reported reporting
statement communique press-release
letter letters wrote write written note memo email e-mail
video footage clip recording recorded tape taped
photo photograph picture image
tweet tweeted twitter
facebook instagram social-media post posted posting
interview interviewed
book novel author memoir
movie film feature blockbuster cinema
actor actress star starred co-star costar co-starred cast starring role
singer musician band album song
award prize oscar honor honour
show series sitcom episode season
television tv broadcaster broadcast
founded founder co-found co-founded cofounded establish established set-up co-founder
wife husband spouse married marry marriage wed wedding couple
divorce divorced ex-wife ex-husband split separated separate
child children kid kids boy girl toddler infant baby youngster minor minors teen teenager
mother father parent parents mom dad mum
son daughter sibling brother sister
family relatives relative kin
woman women female
man men male
birth born pregnant pregnancy
funeral buried burial memorial mourn mourned mourner vigil
school pupil classroom
student students university college campus
teacher professor lecturer
scientist researcher study research
discover discovered discovery
space spacecraft rocket satellite orbit nasa astronaut
phone smartphone iphone handset
computer laptop software hardware
internet online web website
hack hacked hacker breach cyberattack
museum gallery exhibit exhibition
animal creature
blame blamed responsible responsibility
oppose opposed opposition opponent
support supported supporter backing backed endorse endorsed endorsement
agree agreed consent
disagree dissent
fear feared afraid fearful terrified concern concerned worry worried
angry anger angered furious
sad sadness grief devastated heartbroken saddened
happy pleased delighted glad thrilled
hope hoped hopeful
help helped aid assist assistance
protect protected protection safeguard defend defending
fight fought tackle
traffick trafficking trafficker smuggle smuggler smuggling exploitation exploit
prevent prevention
escape escaped flee fled fleeing
shut shutdown close closed closing closure shuttered
open reopen reopened
build built construct construction building
remove removed removal
return returned
arrive arrived arrival
leave left leaving exit
enter entered entry
kick kicked eject ejected booted thrown-off kicked-off
seize seized confiscate seizure
deploy deployed deployment
withdraw withdrew withdrawn withdrawal pull-out pullout
invade invasion occupy occupation
large huge massive enormous giant
poison poisoned poisoning toxic
oil crude petroleum gas
nuclear atomic reactor uranium
energy electricity outage blackout
climate emissions carbon greenhouse
intentional deliberate deliberately purposely
alcohol drunk drunken intoxicated drinking rehab rehabilitation
suicide suicidal
anonymous unnamed
black african-american
racist racism race racial discrimination discriminate bias
gay lesbian homosexual same-sex
muslim islam islamic islamist
christian church catholic priest bishop pope
jewish jew synagogue
holiday vacation
apartment flat
street road highway motorway
city town
country nation
center centre
sidewalk pavement
soccer football
airport terminal runway
passenger traveler traveller
cause caused causing trigger triggered
risk danger dangerous peril
emergency crisis
testify testimony testified witness eyewitness
identify identified
alert advisory
treat treated treatment therapy
recover recovery recovering
celebrate celebration
spend spent
raise raised
cut cuts slash slashed reduce reduced reduction
change changed alter altered
ask asked request requested
respond responded response reply replied
publish published publication
leak leaked
choose chose chosen select selected pick picked
fail failed failure
near nearly almost approximately roughly
ram rammed smash smashed plough plow
dig digging excavate excavator excavation digger bulldozer
trap trapped stuck stranded
transport transported airlift airlifted
deep depth
breathing ventilator breathe oxygen
coma unconscious comatose
discharge discharged
survival chance odds
shatter shattered
retaliate retaliation revenge reprisal avenge
encircle surround surrounded surrounding besiege
estimate estimated forecast forecasts projection projected predict predicted prediction outlook expected expects
quarter quarterly
overhaul reform reforms restructure restructuring
filing filed file
overseas abroad foreign
bonus bonuses
medication medicine pill prescription pharmaceutical
endangered extinct extinction
aggressive aggression violent violence
frighten frightened scare scared terrify
weigh weight pound pounds kilogram kilograms kg
height tall
fast speed speeding velocity
slow slowed
accident mishap
incident episode-of
premises site facility facilities
locals resident residents inhabitant villager neighbor neighbors
village hamlet
volunteer volunteers
crowd crowds spectator fans supporters audience
tourist tourists tourism holidaymaker vacationer
takeoff take-off took-off
land landed landing
wind winds gust gusts
cold freezing frost ice icy
hot heat temperature
sea ocean coast coastal shore beach
mountain mountainous hill peak
river stream lake
forest wood woods wooded jungle
aftermath consequence
inform informed notify notified
describe described description
emphasize emphasise stress stressed underline
suggest suggested suggestion recommend recommended recommendation advise advised advice
decide decided decision determine determined
attempt attempted try tried effort efforts bid
reach reached reaching
receive received obtain obtained
provide provided supply supplied
join joined
accept accepted
insult insulted slur
humiliate humiliated embarrass embarrassed embarrassing
lie lied lying perjury untrue
hide hidden conceal concealed cover-up
secret secrets secretive confidential classified
spy spying espionage surveillance
resume resumed restart restarted
extend extended extension
expire expired
schedule scheduled
wait waited waiting
tie tied
factory plant manufacturing manufacturer
customer customers consumer consumers client clients shopper
store shop retailer retail supermarket outlet
restaurant cafe diner
hotel resort
house residence mansion
landlord tenant rent
recession downturn
currency dollar euro
budget spending
welfare benefits
health healthcare health-care
obese obesity
smoke smoking smoker cigarette tobacco
pollution polluted contaminate contamination contaminated
species wildlife
dog puppy
statue monument sculpture
paint painter painting mural artwork artist
concert gig performance perform performed
stage onstage
comedian comedy
presenter host anchor
newspaper daily tabloid journalist reporter correspondent editor
censorship censor
copyright piracy
lottery jackpot
gamble gambling casino
pray prayer worship
king queen prince princess royal monarch duke duchess
elderly pensioner
disabled disability wheelchair
poor poverty
rich wealthy wealth billionaire millionaire fortune
embassy consulate diplomat diplomatic ambassador envoy
missile missiles
drone drones
helicopter chopper
tank armored
coup overthrow overthrew
torture tortured
execute executed execution death-penalty
massacre genocide atrocity
impeach impeachment
veto vetoed
parole probation bail
plea pleaded-guilty
"""

SPELLINGS = """
aluminium aluminum
analyse analyze
anaesthetic anesthetic
armour armor
behaviour behavior
catalogue catalog
centre center
cheque check
colour color
defence defense
dialogue dialog
draught draft
favour favor
favourite favorite
fibre fiber
fulfil fulfill
grey gray
harbour harbor
honour honor
humour humor
jewellery jewelry
kilometre kilometer
labour labor
licence license
litre liter
manoeuvre maneuver
metre meter
mould mold
moustache mustache
neighbour neighbor
neighbourhood neighborhood
offence offense
paediatric pediatric
plough plow
practise practice
pretence pretense
programme program
pyjamas pajamas
rumour rumor
sceptical skeptical
sulphur sulfur
theatre theater
tonne ton
traveller traveler
tumour tumor
tyre tire
vapour vapor
whisky whiskey
"""

IRREGULAR = """
use uses used using
economy economies economic economics economical
be am is are was were been being
beat beaten
become became
begin began begun
bite bit bitten
blow blew blown
break broke broken
bring brought
build built
buy bought
catch caught
choose chose chosen
come came
deal dealt
drive drove driven
draw drew drawn
drink drank drunk
eat ate eaten
fall fell fallen
feel felt
fight fought
find
flee fled
fly flew flown
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
have has had having
hear heard
hide hid hidden
hold held
keep kept
know knew known
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met
pay paid
ride rode ridden
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shoot shot
sing sang sung
sink sank sunk
sleep slept
speak spoke spoken
spend spent
stand stood
steal stole stolen
strike struck stricken
swear swore sworn
swim swam swum
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
understand understood
wear wore worn
win won
write wrote written
child children
man men
woman women
foot feet
wife wives
life lives
person people
"""

APART = """
news
policy policies
party parties
million millions
billion billions
county counties
department departments
former formerly
story stories
public publicly
station stations
state states stated stating
statement statements
career careers
mission missions
miss missed misses
general generally
university universities
universal universe
season seasons
service services
office offices
governor governors
authority authorities
local locally
carry carries carried carrying
car cars
care cared caring
traffic
plan plans planned planning
plane planes
treat treated treating treats treatment treatments
treaty treaties
letter letters
assistant assistants
apart
find finds finding found
founder founders founded founding
foundation foundations
manner manners
internal internally
international internationally
executive executives
related relating relation relations
movie movies
battery batteries
special specially
species
position positions
positive positively
director directors
direct directly
pastor pastors
past
ready
reporter reporters
response responses respond responds responded responding
responsible responsibility responsibilities
minister ministers
ministry ministries
administration administrations
secretary secretaries
capital capitals
communication communications
community communities
partner partners
potential potentially
particular particularly
interest interests interested interesting
organ organs
matter matters
number numbers
winter
order orders ordered
member members
hear hears heard
hearing hearings
execution executions executed execute
native natives
stadium
stage stages
store stores
conference conferences
nature
natural naturally
nation nations
national nationally nationwide
patient patients
patience
ration rations
trained training trainer trainers
train trains
custom customs
customer customers
import imports imported
important importance
account accounts accounting
accountant accountants
several
severe severely
tender
even
event events
"""
