//! Sets of words that tell what the words around them are.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// A set of words, made when it is first asked for.
pub(crate) type Words = LazyLock<FxHashSet<&'static str>>;

/// Makes sets of words from their text, which is easier to read and to add to than an array.
macro_rules! words {
    ($($(#[$doc:meta])* $vis:vis $name:ident = $text:literal;)*) => {
        $($(#[$doc])* $vis static $name: $crate::identity::names::words::Words =
            std::sync::LazyLock::new(|| $text.split_whitespace().collect());)*
    };
}
pub(crate) use words;

/// Something that holds words.
pub(crate) trait Holds {
    fn holds(&self, word: &str) -> bool;
}

impl Holds for Words {
    fn holds(&self, word: &str) -> bool {
        self.contains(word)
    }
}

impl Holds for [&str] {
    fn holds(&self, word: &str) -> bool {
        self.contains(&word)
    }
}

impl<const N: usize> Holds for [&str; N] {
    fn holds(&self, word: &str) -> bool {
        self.contains(&word)
    }
}

/// Whether a list holds a word.
pub(crate) fn is_in(list: &(impl Holds + ?Sized), word: &str) -> bool {
    list.holds(word)
}

words! {
    /// Forms of address before a name.
    pub(crate) HONORIFICS = "mr mrs ms miss mx master dr doctor prof professor rev revd reverend fr sr sir dame lord lady sister brother \
     imam mufti maulana mullah sheikh shaykh hajji haji hafiz rabbi rebbe pastor bishop canon deacon elder granthi \
     pandit swami guru cllr councillor alderman pc dc ds di dci dcs ps wpc wdc pcso sgt sergeant insp inspector \
     supt superintendent constable detective judge hhj justice recorder magistrate sheriff nurse matron midwife \
     father auntie aunty aunt uncle nana nan nanny nanna granny gran grandma grandpa grandad granddad gramps nain \
     taid mamgu tadcu captain colonel major sergeant corporal private lieutenant monsignor archbishop vicar madame \
     monsieur herr frau bhai bhaji baba dada dadi nani chacha chachi khala coach head headteacher";
}

words! {
    /// Forms of address that are words of their own, so that a capital and a name must follow.
    pub(crate) LOOSE_HONORIFICS = "master head headteacher coach private major elder recorder justice sheriff canon guru inspector constable \
     detective sister brother doctor judge captain midwife nurse vicar matron magistrate lord lady dada baba father \
     superintendent";
}

words! {
    /// Small words inside names.
    pub(crate) PARTICLES = "de da do dos das del della di du la le van von der den ten ter bin ibn bint binti binte al el ul ud ap ab \
     ferch mac nic ni ó o y e st af av zu bar ben";
}

words! {
    /// What people do and things don't.
    pub(crate) SPEECH = "said says told tells asked asks felt feels explained described disclosed replied answered shouted whispered \
     cried smiled laughed nodded shrugged shook wept screamed admitted denied refused agreed disagreed believed \
     thought knew wanted wished hoped feared loved liked hated missed remembered forgot wondered worried apologised \
     promised complained lived moved went ran walked slept ate drank smoked drove rang phoned texted messaged wrote \
     called emailed visited attended arrived returned left came stayed waited sat stood began started stopped tried \
     helped hit slapped punched kicked stabbed threatened stole bought sold gave took brought carried kept lost \
     found met married died was is had has did does didn't doesn't wasn't isn't hadn't hasn't couldn't wouldn't \
     could would should can may became seemed appeared looked heard saw noticed recognised completed recorded \
     reported received spent spoke talked used turned grew needed decided chose enjoyed struggled coped presented \
     engaged consented declined supported made and also always never often sometimes later then who himself herself \
     hurts hurt scares scared frightens teases bullies aged learned lives goes wants thinks knows likes loves needs comes stays attends gets works wore showed drew \
     played read sent got put held opened closed shared hid";
}

words! {
    /// Of these the ones that a thing may do as well, or that stand after an idea: `Hope was lost`.
    pub(crate) WEAK_VERBS = "was is had has did does wasn't isn't hadn't hasn't could would should can may became seemed appeared and also \
     always never often sometimes later then made began started stopped helped came went left lost found met kept \
     turned grew showed gave took brought ran used couldn't wouldn't doesn't didn't died read put held opened \
     closed stood moved carried looked called supported left spent hit stayed needed missed drew sent got shared \
     presented received";
}

words! {
    /// Names that are words for things without number, which stand at the start of a sentence without an article.
    pub(crate) MASS_NOUNS = "hope faith grace joy patience prudence honour honor mercy charity summer autumn winter dawn may june april \
     august pride sky art ash clay heather holly ivy rosemary ginger olive amber crystal jade pearl silver sage \
     basil christian wisdom promise praise glory memory trust justice peace harmony melody destiny fortune unity \
     trinity liberty serenity chance storm innocent precious tan tea tin per made said previous privilege progress \
     perseverance prosper pretty miles mine my he an non nil long loan lone lovely legacy junior marine martial \
     happy noble constant bold harsh deep red reed rich rocky rusty dusty sunny merry young daily early given even \
     ever every some any man men ban can ran do so to in on or by song sun yang wood woods page price bay may mike \
     sunday ramadan summer friday sentence jade sand snow rain frost pat harm constance abbey alpha angel deal \
     reading bath battle sale ware bury deal hook settle eye rugby sandwich street stone beer march boot ford wells \
     idle wick";
}

words! {
    /// Words after a name that make it the name of a thing: a review, a law, a way of working.
    pub(crate) EPONYMS = "review report reports inquiry protocol guideline guidelines competence competent scale test model theory law \
     rule method syndrome disease principle principles framework foundation trust award awards prize scheme \
     programme approach pyramid hierarchy ladder razor taxonomy cycle wheel matrix index questionnaire inventory \
     recommendations judgment ruling act amendment campaign helpline charter effect window circle classification \
     audit audits continuum triangle doctrine enquiry criteria stages attachment group institute commission guidance \
     lecture hypothesis sign toolkit chart declaration convention agreement accord treaty statement";
}

words! {
    /// Public words that are people's names before anything else: they need talk of fame or football to be public.
    pub(crate) NAMESAKES = "adele claude darwin elsa elvis fraser hamlet karen madonna marley matilda merlin muhammad paul peter \
     ronaldo sherlock spencer stella zelda ainsworth beckett calder collins dickens featherstone gibbs gilligan \
     hamilton hilton macdonald macmillan morrison munro norwood pankhurst pearson rogers rooney rowntree rutter \
     sidebotham sinclair skinner starling steiner thatcher timpson venn";
}

words! {
    /// Words that show that a work, a performer or an author is meant.
    pub(crate) FAME = "theory theories theorist training trained research researcher model author novel book books film films song \
     songs singer band album music musical play poem poet story stories series show concert cinema theatre \
     character game cartoon quoted cited attachment psychologist psychoanalyst lyrics playlist video television \
     podcast programme paper study studies seen watched watching listened listening celebrity writer artist painter \
     essay lesson syllabus movie comic poster superhero fairy";
}

words! {
    /// Words that show that a football club is meant.
    pub(crate) SPORT = "united albion rovers wanderers hotspur villa supporter supporters fan fans scarf shirt shirts football rugby \
     league cup scored goals stadium fixtures derby penalty midfielder striker goalkeeper hat";
}

words! {
    /// Words that do so if two of them stand together, as one alone is said of anything.
    pub(crate) PLAY = "match matches game games kit team season ticket tickets player players played playing poster final club clubs \
     signed television beat goal won lost draw home away";
    /// What somebody does who stands by a club.
    pub(crate) SUPPORT = "support supports supported supporting follow follows followed watch watched watching versus";
}

words! {
    /// What people are or what is done to them, after `was` or `had`.
    pub(crate) PERSON_STATES = "seen asked told taken born placed moved interviewed arrested excluded referred visited afraid scared \
     frightened angry tired upset pregnant hungry aged living staying sent removed known described bullied hit \
     admitted discharged missing late absent alone asleep crying quiet happy sad anxious worried adopted fostered \
     charged bailed released diagnosed assessed supported allowed wearing sitting standing waiting with at her his \
     their unable";
}
