//! What the names of bodies begin and end with.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::identity::names::words::words;

/// Names of sorts of bodies, by their last word.
pub(super) type Heads = FxHashMap<&'static str, Vec<Vec<&'static str>>>;

fn heads(text: &'static str) -> Heads {
    let mut heads = Heads::default();
    for head in text.split(';').map(|head| head.split_whitespace().collect::<Vec<_>>()) {
        if let Some(last) = head.last() {
            heads.entry(last).or_default().push(head);
        }
    }
    heads
}

/// The words that end the name of a body; the last words of a line are the head.
pub(super) static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    heads(
        "school; schools; academy; college; nursery; preschool; playgroup; kindergarten; university; surgery; \
         medical centre; health centre; medical practice; dental practice; veterinary practice; practice; hospital; infirmary; hospice; clinic; church; \
         chapel; cathedral; abbey; priory; mosque; masjid; temple; gurdwara; mandir; synagogue; shul; madrassah; \
         madrasa; yeshiva; tabernacle; children home; care home; nursing home; residential home; care centre; \
         hostel; foyer; family centre; community centre; youth centre; youth club; leisure centre; sports centre; \
         day centre; children centre; boxing club; club; fc; afc; rfc; cc; rovers; united; athletic; wanderers; \
         colts; juniors; crown court; youth court; magistrates court; family court; county court; sheriff court; \
         combined court; justice centre; council; police; constabulary; fire service; rescue service; ambulance \
         service; foundation trust; nhs trust; academy trust; trust; health board; safeguarding partnership; \
         partnership; safeguarding board; board; ltd; limited; llp; plc; sons; gazette; echo; herald; chronicle; \
         advertiser; argus; courier; post; observer; express; journal; examiner; telegraph; mercury; bugle; news; \
         star; inn; arms; tavern; hotel; cafe; scouts; brownies; guides; cadets; barracks; prison; refuge; housing \
         association; homes; taxis; cars; garage; bakery; stores; pharmacy; chambers; solicitors; theatre; library; \
         museum; pool; baths; gymnasium; gym; lido; dojo; stables; farm shop; supermarket; salon; childcare; daycare; \
         high; primary; infants; comprehensive; grammar; \
         lettings; lets; motors; autos; tyres; plumbing; builders; roofing; scaffolding; removals; haulage; \
         logistics; couriers; catering; takeaway; kebabs; pizza; fryer; chippy; butchers; bakers; florists; \
         barbers; hairdressers; opticians; accountants; recruitment; construction; engineering; carpets; \
         furnishings; launderette; cabs; minicabs; coaches; enterprises; associates; minimarket; newsagents; \
         assembly; society; cic; cio; lifeboat; lifeboat station; scout group; guide group; youth project; community project; family project; co-operative; tabernacle; fostering; mental health team; care team; family hub; hub; chemist; chemists; respite unit; maternity unit; referral unit; assessment unit; health unit; secure unit; stroke unit; squadron; \
         contact centre; tandoori; balti; grill; \
         fish bar; noodle bar; nail bar; rangers; harriers; albion; under 14s; \
         police station; fire station; bus station; assembly; society; sen centre; steam railway; heritage railway; brothers; dairy; hardware; kebab; cash carry; mini market; convenience store; off licence",
    )
});

words! {
    /// Words that begin the name of a body.
    pub(super) FRONTS = "masjid hmp hmyoi ysgol ysbyty coleg capel eglwys raf hms gurdwara mosque monastery convent parish jamia darul \
     beis beth temple operation scoil meithrinfa";
}

/// What a body may be called after its name, in lower case.
pub(super) static TAILS: LazyLock<Heads> = LazyLock::new(|| {
    heads(
        "day nursery; police station; fire station; bus station; train station; railway station; bakery; takeaway; cafe; garage; \
         barbers; salon; launderette; off licence; corner shop; chip shop; kebab shop; \
         children home; children s home; care home; nursing home; residential home; sheltered housing; supported \
         living; supported housing; hostel; refuge; surgery; nursery; primary school; secondary school; high \
         school; special school; school; academy; college; pub; mosque; church; hospital; hospice; clinic; medical \
         centre; health centre; youth club; youth centre; community centre; day centre; football club; care centre; \
         steam railway; heritage railway; scouts; prison; ward; chapel; synagogue; shul; temple; gurdwara; mandir; masjid; childcare; extra care; extra \
         care housing",
    )
});

words! {
    /// Short for a school, if nothing with a capital follows: `Kestrel High`, but `High Court`.
    pub(super) SHORT_FOR_SCHOOL = "high primary infants comprehensive grammar";
}

words! {
    /// Words that say what sort of body it is, not which.
    pub(super) GENERIC = "primary secondary high junior infant infants community catholic special local family youth children childrens \
     county city borough district town parish general central independent virtual boarding state public private \
     national supreme crown church of england wales scotland the a an and for in on grammar comprehensive sixth \
     form further education middle first our their his her my your this that each every any no all one new nhs \
     foundation health care social medical safeguarding adults adult multi-agency partnership board trust court \
     magistrates regional integrated services service police metropolitan unitary royal college school day care \
     residential nursing football rugby cricket sports breakfast after-school university hospital academy faith \
     free nursery pre-school out at to from with when where if as by or but what who which british english welsh \
     scottish irish uk corporate parenting scrutiny voluntary sunday saturday forest road hm mr mrs ms dr pupil \
     head how why is are was it she he they we i mental sexual walk-in minor injuries";
}

words! {
    /// Heads that are words of titles as well: something in the name must be known to be one.
    pub(super) LOOSE = "police trust partnership board practice post star news express club court prison council homes cars \
     limited garage united sons childcare daycare high primary infants comprehensive grammar library pool \
     schools echo refuge guides journal chambers juniors association service baths theatre stores church \
     solicitors mercury observer centre lettings lets motors autos tyres plumbing builders roofing \
     scaffolding removals haulage logistics couriers catering takeaway kebabs pizza fryer chippy butchers \
     bakers florists barbers hairdressers opticians accountants recruitment construction engineering \
     carpets furnishings launderette cabs minicabs coaches enterprises associates minimarket newsagents \
     assembly society brothers dairy hardware kebab carry market store licence grill rangers harriers albion squadron chemist chemists cic cio \
     lifeboat station cafe shop salon bakery unit bar";
}
