"""Small closed lists of English news prose: what stands before, in and behind a name. All lower case.

Only kinds of words, never names of people; the few outlets and services are those that a reader of
any news meets, and whose names look like common words (Time, Variety) or like people (Reuters).
The recogniser learned from the lists that `tui.facts.names.features` names: a word more there asks for a
new model file.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. rev rev. sir dame lord lady madam sheikh imam rabbi fr. hon. st."
)
RANKS = _words(
    """president vice-president premier chancellor minister secretary senator sen sen. representative rep rep.
    congressman congresswoman governor gov gov. mayor councilman councilwoman judge justice attorney prosecutor
    lawyer detective officer sergeant sgt sgt. lieutenant lt lt. captain capt capt. major maj. colonel col col.
    general gen gen. admiral adm. commander marshal sheriff deputy chief inspector constable const const. superintendent
    director chairman chairwoman chair ceo coach manager striker midfielder defender goalkeeper quarterback
    pitcher king queen prince princess duke duchess emperor pope cardinal archbishop bishop father sister
    brother pastor professor doctor ambassador spokesman spokeswoman spokesperson commissioner speaker leader
    actor actress singer rapper author writer director producer comedian model star host dancer musician
    photographer journalist reporter editor anchor economist analyst scientist researcher engineer pilot
    astronaut teacher principal analyst activist founder co-founder cofounder"""
)
ROLE_NOUNS = RANKS | _words(
    """wife husband ex-wife ex-husband then-wife then-husband widow widower fiancé fiancée girlfriend boyfriend
    partner mother son daughter uncle aunt nephew niece cousin grandson granddaughter grandmother grandfather
    stepfather stepmother friend co-star costar castmate colleague neighbor neighbour resident victim survivor
    suspect gunman shooter attacker killer murderer rapist offender convict defendant plaintiff witness driver
    passenger student pupil worker employee member owner president-elect candidate nominee lawmaker politician
    official officials prosecutor player winger forward batsman bowler captain champion winner runner swimmer
    boxer wrestler cyclist golfer artist painter poet novelist playwright filmmaker screenwriter historian
    philosopher physicist chemist biologist psychologist psychiatrist surgeon nurse paramedic firefighter
    soldier veteran businessman businesswoman entrepreneur investor billionaire millionaire executive banker
    trader farmer fisherman diplomat envoy adviser advisor aide counsel counselor chaplain priest nun monk
    cleric imam rabbi cook chef waiter butcher teenager boy girl man woman philanthropist observer trustee
    treasurer legend icon celebrity guitarist drummer bassist vocalist pianist composer conductor frontman
    presenter commentator columnist blogger publicist agent representative assistant head deputy
    chairperson boss"""
)
SAID = _words(
    """said says say told tells added adds wrote writes claimed claims argued insisted noted stated explained
    announced admitted denied confirmed warned asked replied recalled remembered tweeted testified concluded
    continued acknowledged reported reports suggested believes thinks believed apologized apologised resigned
    stepped died married born joked declined declared described urged vowed revealed shared posted pleaded"""
)
ORGANISATION_HEADS = _words(
    """chronicle statesman telegram globe inquirer examiner dispatch standard register weekly inc inc. corp corp.
    ltd ltd. llc plc co. company corporation group holdings bank university college school institute academy
    hospital clinic church ministry department agency bureau office commission committee council court
    parliament senate congress assembly party union association federation league club team society foundation
    trust organization organisation charity nonprofit non-profit network news times post journal herald tribune
    gazette guardian magazine press agency police army navy force forces airlines airways motors pictures
    studios records entertainment media television tv radio channel service services authority administration
    board cabinet government fund initiative alliance coalition movement front brigade battalion regiment
    division center centre museum laboratory laboratories systems technologies partners associates industries
    international orchestra band united fc city rovers wanderers athletic digital nhs legislature guild
    syndicate consortium cooperative conference tribunal"""
)
EVENT_HEADS = _words(
    """war wars cup series games olympics paralympics championship championships award awards prize trophy act bill
    amendment festival treaty agreement accord revolution holocaust mvp prix bowl open scholarship medal rivalry
    marathon pageant tour crisis summit massacre uprising riots protests attack attacks earthquake hurricane
    storm typhoon cyclone pandemic virus election elections referendum brexit day week month parade ceremony
    derby playoffs finals ii"""
)
"""What names that are neither people, organisations nor places end in."""
PLACE_HEADS = _words(
    """county city town village district province state region republic kingdom territory island islands isle bay
    beach coast sea ocean gulf strait river lake creek valley mountain mountains mount hill hills peak desert
    forest park square street road avenue boulevard lane drive bridge tunnel airport station port harbor harbour
    prison jail palace castle stadium arena tower house hotel hall cathedral mosque temple cemetery zoo
    peninsula continent canal plaza heights highway freeway speedway"""
)
PLACE_BEFORE = _words(
    "mount lake fort port cape san santa los las north south east west northern southern eastern western central st."
)
LOCATIVES = _words(
    "in at near from to across around outside inside throughout toward towards between via visiting leaving"
)
FUNCTION_WORDS = _words("of the and for de la le du von van der den bin ibn al el da di del dos & 's 'n'")
CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sept sep oct nov
    dec christmas easter thanksgiving halloween ramadan"""
)
WORK_NOUNS = _words(
    """show sitcom series film movie drama comedy documentary miniseries song single album track book novel memoir
    play musical opera painting poem podcast videogame game blockbuster thriller sequel franchise soundtrack
    anthology trilogy ballet cartoon biopic miniseries romcom rom-com autobiography bestseller hit star co-star
    costar stars episode screenplay adaptation remake spinoff spin-off"""
)
WORK_VERBS = _words(
    """titled entitled starring starred directed aired filmed sang performed watched published released premiered
    reviewed wrote"""
)
PUBLISHERS = _words(
    """reuters afp bbc cnn nbc abc cbs msnbc fox npr pbs ap upi itv sky bloomberg tmz time variety people vanity
    forbes fortune politico axios vox slate salon wired billboard deadline rolling newsweek vogue esquire quartz
    mashable buzzfeed the-hill sun mirror mail telegraph guardian independent express metro observer spiegel
    economist atlantic"""
)
"""Outlets by first word: "Time reported", "told People", "according to Variety"."""
SERVICES = _words(
    "instagram twitter facebook youtube tiktok snapchat whatsapp telegram linkedin reddit google netflix hulu spotify"
)
DEMONYMS = _words(
    """rican lankan zealander salvadoran nicaraguan panamanian paraguayan uruguayan dominican bahraini omani tajik
    kyrgyz turkmen azeri bahamian guyanese angolan zambian namibian mozambican cameroonian chadian gambian
    liberian afghans pakistanis australians canadians mexicans indians africans europeans asians arabs turks
    greeks poles italians spaniards brazilians koreans kurds jew turk swede dane finn pole spaniard briton scot
    scots thais tatars hispanics latinos american british english scottish welsh irish french german italian
    spanish portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic polish czech
    slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian serbian croatian bosnian
    albanian georgian armenian azerbaijani kazakh uzbek afghan pakistani indian bangladeshi nepali nepalese sri
    lankan burmese thai vietnamese cambodian lao malaysian indonesian filipino chinese japanese korean taiwanese
    mongolian australian canadian mexican cuban haitian jamaican brazilian argentine argentinian chilean
    peruvian colombian venezuelan ecuadorian bolivian guatemalan honduran israeli palestinian lebanese syrian
    iraqi iranian saudi yemeni emirati qatari kuwaiti jordanian egyptian libyan tunisian algerian moroccan
    sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan congolese nigerian ghanaian senegalese
    ivorian malian zimbabwean african european asian arab arabic kurdish jewish muslim christian catholic
    protestant hindu buddhist sikh islamic islamist republican democratic democrat democrats republicans
    conservative soviet latin hispanic latino americans britons germans russians israelis palestinians chinese
    iranians iraqis syrians muslims christians jews catholics sunni shia shiite western eastern southern
    northern olympic"""
)
COMPANIES = _words(
    """apple microsoft amazon intel cisco nokia sony toyota honda nissan mazda subaru hyundai kia volkswagen audi
    porsche bmw mercedes mercedes-benz volvo peugeot renault citroën fiat ferrari lamborghini tesla ford chrysler
    motorola samsung huawei xiaomi lenovo hewlett-packard hp kodak canon dell ibm oracle nvidia skype mozilla verisign
    uber lyft airbnb paypal ebay vodafone verizon telstra at&t t-mobile starbucks mcdonald's burger-king ikea lego
    nike adidas puma gucci prada topshop primark tesco sainsbury's waitrose asda aldi lidl walmart costco target
    unilever nestlé danone kellogg kellogg's pepsi coca-cola heineken bayer pfizer moderna novartis roche boeing airbus
    ryanair easyjet lufthansa qantas shell exxon exxonmobil chevron bp petrobras gazprom barclays hsbc citigroup
    jpmorgan ubs santander mastercard visa moody's morningstar disney pixar nintendo playstation blackberry yelp
    wework halliburton monsanto siemens philips michelin goodyear bosch europol interpol opec nato unesco unicef
    hamas hezbollah taliban ofcom ofsted oxfam greenpeace wechat weibo alibaba tencent baidu"""
)
"""Companies and bodies that any reader of news meets and that are taken for people, places or common words. The text
may say otherwise: Harrison Ford is a man."""
LONG_COMPANIES = frozenset(
    {"goldman sachs", "morgan stanley", "wells fargo", "bank of america", "bank of england", "merrill lynch",
     "lehman brothers", "credit suisse", "deutsche bank", "jpmorgan chase", "jp morgan", "charles schwab",
     "lockheed martin", "johnson & johnson", "procter & gamble", "marks & spencer", "ernst & young", "rolls - royce",
     "john deere", "harley - davidson", "estée lauder", "tommy hilfiger", "calvin klein", "ralph lauren", "eli lilly",
     "john lewis", "philip morris", "general motors", "general electric", "warner bros", "aston martin"}
)  # fmt: skip
"""The same, of several words: plain tokens, joined by blanks."""
INITIALS = _words(
    """gps hiv aids mri ct sms mms dna rna cpu gpu ram usb tv pc ufo ceo cfo coo cto mp mep phd gdp gnp atm suv cctv ngo
    vip dvd cd pdf html url isp dui dwi it hr iq ipo vat faq diy er icu ptsd adhd std ivf lgbt lgbtq wifi
    tko mvp ko qwerty ssd hdd lcd led mpg mph rpm utc gmt est pst edt pdt bst cet am pm"""
)
"""What is written in capitals and is no name."""
PEOPLES = DEMONYMS | _words(
    """somalis somalian hutu hutus tutsi tutsis danes swedes uzbeks finns poles scandinavian scandinavians alaskan
    hawaiian texan texans californian filipinos filipina philippine englishman frenchman welshman irishman scotsman
    nazi nazis mormon mormons catholic protestants sunnis shiites islamists buddhists hindus sikhs marxist communist
    communists socialist socialists liberal liberals tory tories parisian londoner londoners andalucían andalusian
    catalan catalans basque basques sicilian bavarian tibetan tibetans uighur uyghur uyghurs rohingya roma inuit maori
    maoris aborigines aboriginal zulu berber bedouin persian ottoman slav slavs balkan nordic baltic
    christianity islam judaism buddhism hinduism"""
)
"""Peoples, parties and creeds as adjectives or in the plural: no names here. Apart from `DEMONYMS`, which the
recogniser learned from."""
SMALL = _words(
    "a an the and or but of in on at to for from by with as is was be it no not than via off up out over into"
)
