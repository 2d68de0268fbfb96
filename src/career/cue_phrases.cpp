// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/cue_phrases.hpp"

#include <array>

namespace headway::career {
namespace {

// clang-format off
constexpr auto lists = std::to_array<CuePhrases>({
    {Cue::ignored,
     "not only|not just|not limited to|no later than|no less than|no fewer than|no matter|no doubt|"
     "without supervision|without assistance|nothing but|never missed|no nonsense|machine learning|"
     "deep learning|e learning|reinforcement learning|learning management|learning outcomes|"
     "supervised learning|advanced placement|basic life support|advanced cardiac life support|"
     "advanced cardiovascular life support|pediatric advanced life support|no lost time|"
     "zero lost time|not to exceed|never exceeding|without incident|without injury|no incidents|"
     "zero incidents|no injuries|zero downtime|without downtime|no downtime|no errors|without errors|"
     "no late|without delay|visual basic|used to|must see"},
    {Cue::negates,
     "no|not|without|never|none|neither|nor|cannot|can't|don't|doesn't|didn't|haven't|hasn't|isn't|"
     "aren't|wasn't|won't|lack|lacking|zero experience|no experience|no experience with|"
     "no experience in|no prior|no hands on|never used|never worked with|have not|did not|do not|"
     "does not|has not|not yet|rather than|instead of|unfamiliar with|except|other than|"
     "not required to|not required to have|are not required to|are not required to have|is not required to|"
     "is not required to have|not expected to|not necessary to|wouldn't call myself|would not call myself|couldn't call myself|avoid using|avoid working with"},
    {Cue::negates_back,
     "not required|not needed|not necessary|isn't required|isn't needed|isn't necessary|"
     "is not a requirement|not a requirement|not expected|is not required|is not needed|"
     "are not required|are not needed|is not necessary|not a must|no experience required|"
     "no experience needed|no experience necessary|is irrelevant|does not matter|doesn't matter|"
     "lapsed|has lapsed|expired|has expired|no longer valid|let it lapse|let lapse|let that lapse|"
     "let them lapse"},
    {Cue::aspires,
     "currently learning|now learning|am learning|i'm learning|started learning|just started|"
     "beginning to learn|starting to learn|want to learn|wants to learn|wish to learn|hope to|"
     "hoping to|plan to|planning to|plans to|would like to|would love to|keen to|eager to|"
     "excited to|interested in|interest in|looking to|aim to|aiming to|intend to|intending to|"
     "aspire to|aspiring|studying for|preparing for|working towards|working toward|curious about|"
     "dream of|want to|wants to|looking forward to|ready to learn|willing to learn|signed up for|"
     "enrolled in|registered for|next up|next on my list|on my list|on my learning list|learning list|"
     "to learn|i am studying|currently studying|reading about|watching tutorials|"
     "teaching myself|working through a|working my way through|goal is|my goal|ambition|seeking to|"
     "in training for|training towards|booked on|booked for|course booked|courses booked|waiting to start|"
     "begins in|starts in|future plan|future goal|future learning|future course"},
    {Cue::aspires_back,
     "is on my list|are on my list|on the list|on my to do list|is next|are next|"
     "not finished|not completed|unfinished|not yet finished|not yet completed|not yet complete|"
     "yet to finish|yet to complete|still to finish|still to complete|"
     "to be completed|is my next|are my next|next year|next month|next spring|next autumn|this autumn|"
     "this winter|someday|one day|when time allows|sit the exam|in the future|book at the moment|"
     "course at the moment|courses at the moment|tutorial at the moment|tutorials at the moment|"
     "in preparation|reading up on|i hope to learn|i want to learn|i would like to learn|"
     "i plan to learn"},
    {Cue::learning,
     "learning|exploring"},
    {Cue::searching,
     "seeking|looking for|in search of"},
    {Cue::awaited,
     "planned|expected|anticipated"},
    {Cue::under_way,
     "in progress"},
    // How far one has come, in everyday words.
    {Cue::basic,
     "just enough|enough to get by|a smattering of|some basic|only used once|only once|once or twice|a weekend project|"
     "a weekend course|a little bit of|only a little|not very good at|not very good with|getting started with|"
     "still finding my way in|still finding my way with|played with|played around with|tinkered with|toyed with"},
    {Cue::working,
     "a bit rusty|rusty|know my way around|knows his way around|knows her way around|get by in|get by with"},
    {Cue::proficient,
     "know well|at home in|at home with|at ease with|adept at|adept in|adept with|handy with|confident in|confident with|"
     "confident user of|confident user|power user|daily use of|use daily|used daily"},
    {Cue::advanced,
     "inside out|inside and out|go to person for|go to expert for|world class|mastered|highly proficient in|"
     "second nature|gave talks on|give talks on|spoke at conferences on|wrote the book on|wrote a book on|wrote a handbook on|"
     "teach courses in|taught courses in|contributor to|core contributor to|maintainer of|authority in|authority on"},
    // What one has only heard of, or what others did.
    {Cue::ignored,
     "no stranger to|hardly a day without|not a day without|hardly a week without|not a week without"},
    {Cue::negates,
     "have yet to|has yet to|had yet to|yet to use|yet to try|have heard of|have heard about|only heard of|"
     "only heard about|have only heard|only read about|have read about|have only read|only seen|only watched|"
     "know nothing about|know nothing of|know little about|know very little about|know next to nothing about|"
     "no idea of|no idea about|no clue about|left before|left just before|"
     "a colleague ran|a colleague handled|a colleague managed|a colleague looked after|"
     "a colleague took care of|colleagues ran|colleagues handled|colleagues looked after|"
     "another team ran|another team handled|another team managed|another team looked after|"
     "another team took care of|others ran|others handled|others looked after|others took care of|"
     "someone else ran|someone else handled|someone else looked after|somebody else handled|"
     "somebody else looked after"},
    {Cue::negates_back,
     "is new to me|are new to me|was new to me|would be new to me|will be new to me|"
     "is not one of my|isn't one of my|are not among my|is not among my|isn't my thing|is not my thing|"
     "not my strong suit|not my strong point|not my field|isn't my field|was before my time|"
     "was handled by another|was handled by others|was handled by someone else|was handled by somebody else|"
     "was handled by a colleague|was handled by colleagues|was done by another|was done by others|"
     "was done by someone else|was done by a colleague|was run by another|was run by others|"
     "was run by someone else|was run by a colleague|was looked after by another|was looked after by others|"
     "was looked after by a colleague|were handled by another|were handled by others|were done by others"},
    {Cue::aspires,
     "goal for this year|goal for the year|goal for next year|goals for this year|goals for next year|"
     "goal this year|goal next year|next goal|learning goal|learning goals|development goal|"
     "development goals|about to start|about to begin|about to take|about to learn|due to start|due to begin|"
     "wish list|wishlist"},
    {Cue::aspires_back,
     "exam booked|exam is booked|exam scheduled|exam is scheduled|exam planned|exam is planned|test booked|"
     "is on my wish list|are on my wish list|on my wish list|is on my wishlist|on my wishlist"},
    {Cue::taught,
     "we will train you|we'll train you|we train you|training provided|training is provided|"
     "full training|training given|on the job training|we will teach you|we'll teach you|we teach you|"
     "we teach|you will learn|you'll learn|opportunity to learn|chance to learn|will be taught|"
     "can be learned|can be learnt|learn on the job|we can teach|training will be given|you learn|"
     "learned on the job|will be trained|training in|paid training"},
    {Cue::optional_back,
     "is a plus|are a plus|a plus|a big plus|a huge plus|a strong plus|an advantage|is an advantage|"
     "advantage|advantageous|is a bonus|a bonus|an asset|is an asset|asset|preferred|is preferred|"
     "are preferred|strongly preferred|highly preferred|desirable|is desirable|desired|is desired|"
     "beneficial|is beneficial|helpful|is helpful|welcome|is welcome|would be great|would be nice|"
     "would be a plus|would be an advantage|optional|is optional|not essential|but not required|"
     "but not essential|but not mandatory|though not required|not mandatory|appreciated|"
     "highly regarded|well regarded|highly valued|a distinct advantage|would be useful|would be beneficial|"
     "would be helpful|would be desirable|would be advantageous|would be preferred|would be an asset|"
     "would be a bonus|useful but not essential|looked upon favourably|looked on favourably|"
     "viewed favourably|viewed favorably|nice to have|good to have|helps|will help|would help|counts in your favour|"
     "counts in your favor|considered a plus|nice but not needed|but not necessary|is nice|are nice"},
    {Cue::optional,
     "ideally|preferably|nice to have|good to have|bonus|bonus points|extra points|plus if|"
     "it helps if|it would help if|desirable|preferred|optionally|optional|we would love|we'd love|"
     "would also like|if possible|perhaps|maybe"},
    {Cue::must,
     "must|must have|required|is required|are required|requires|require|mandatory|is mandatory|"
     "essential|is essential|need|needed|is needed|you need|you will need|we require|at least|minimum|"
     "necessary|prerequisite|is a must|a must"},
    {Cue::basic,
     "basic|basics|basic knowledge|basic understanding|familiar with|familiarity|familiarity with|"
     "some familiarity|exposure to|some exposure|awareness of|beginner|beginner's|elementary|"
     "entry level|introductory|fundamentals|novice|a little|rudimentary|first experience|"
     "some knowledge|limited|first steps|dabbled|novice level|trained on|a bit of"},
    {Cue::working,
     "working knowledge|intermediate|some experience|conversational|competent|comfortable with|"
     "comfortable|practical knowledge|practical experience|hands on|hands on experience|"
     "understanding of|moderate|good understanding|sound knowledge|decent|ability to use"},
    {Cue::proficient,
     "proficient|proficient in|proficient with|proficiency|proficiency in|strong|solid|proven|good|"
     "very good|skilled|skilled in|extensive knowledge|well versed|experienced|experienced in|"
     "experienced with|significant|demonstrated|confident|thorough|fluency|professional working|"
     "track record|highly proficient|great|excellent|strong understanding of|solid understanding of|"
     "thorough understanding of|very good understanding of|excellent understanding of|strong fundamentals|"
     "solid fundamentals|sound fundamentals|strong basics|strong foundation|solid foundation|demonstrated understanding of|"
     "strong working knowledge of|strong hands on experience|solid hands on experience"},
    {Cue::advanced,
     "expert|expertise|expert level|expert in|expert knowledge|advanced|deep|in depth|mastery|"
     "master of|extensive|extensive experience|fluent|fluent in|native|bilingual|outstanding|"
     "exceptional|authority on|guru|deep knowledge|deep understanding|deep experience|very strong|"
     "highly skilled|highly experienced|mother tongue|specialist in"},
    {Cue::examples,
     "such as|e.g|eg|for example|for instance|like|including|includes|similar to|one of|any of|"
     "at least one of|one or more of|ie|i.e|some of"},
    {Cue::similar,
     "or similar|or equivalent|or comparable|or a related|or a closely related|or closely related|"
     "or other related|or any related|or a relevant|or relevant|or other|or another|or related|or the like|etc|"
     "and similar|or something similar|or a similar|or an equivalent|or any other|and the like"},
    {Cue::asks,
     "experience with|experience in|experience of|experience using|knowledge of|knowledge in|"
     "skills in|years of|background in|command of|understanding of|written in|coding in|"
     "programming in|working with|worked with|certified in"},
    {Cue::either,
     "or|and or|either|alternatively"},
    {Cue::contrast,
     "but|however|although|though|whereas|while|yet|because|instead"},
    {Cue::led,
     "led|lead|leading|architected|owned|headed|directed|spearheaded|managed|founded|established|"
     "mentored|coached|chaired|oversaw|supervised|designed and built|responsible for|charge of|"
     "in charge|drove|authored|introduced|trained|taught|headed up|ran"},
    {Cue::built,
     "built|designed|developed|implemented|created|wrote|launched|delivered|migrated|automated|"
     "engineered|deployed|optimized|improved|produced|rebuilt|set up|installed|fabricated|prepared|"
     "planned and|reduced|cut|increased|rewrote|maintained|operated"},
    {Cue::used,
     "used|using|worked with|worked on|working with|performed|handled|applied|utilized|employed|"
     "carried out|did"},
    {Cue::assisted,
     "assisted|helped|supported|participated|contributed|involved in|shadowed|observed|assisted with|"
     "exposed to|learned|learnt|attended"},
    {Cue::gives,
     "consider sponsoring|will offer you|offers you|we offer|we provide|we pay|you get|you'll get|you will get|you receive|you'll receive|"
     "you will receive|benefits include|our benefits|perks include"},
    {Cue::benefit,
     "background check|drug test|e verify|paid time off|health insurance|"
     "dental insurance|dental and vision|vision insurance|medical insurance|life insurance|401k|401 k|"
     "retirement plan|pension|free parking|gym membership|free lunch|paid holidays|paid vacation|"
     "sick leave|parental leave|employee discount|staff discount|signing bonus|relocation assistance|"
     "tuition reimbursement|stock options|competitive salary|wellness|free lessons|classes for staff|"
     "free classes|vacation days|learning budget|training budget"},
    {Cue::employer,
     "we are a|we are an|we are the|we're a|we're an|founded in|"
     "is a leading|is one of the|has been|is a family owned|builds tools|a company that|we build|we make|we sell|we develop|"
     "we supply|is a company|is a provider|headquartered"},
    {Cue::ours,
     "our company|our clients|our customers|our products|our product|our platform|our mission|our tools|"
     "our story"},
    {Cue::equal,
     "cover letter|covering letter|motivation letter|letter of motivation|curriculum vitae|list of publications|"
     "grade transcripts|please apply|apply via|apply online|apply now|your application|applications must|"
     "application must|application should|the application|upload your|send us your|closing date|"
     "assessment committee|job interview|we will conduct interviews|references will be|"
     "for more information|for further information|for additional information|further information about the position|"
     "further information can be|further information on qualification|follow us on|attached files must|recruitment committee|recruitment meeting|recruitment package|to our recruitment process|our recruitment team|"
     "regarding the recruitment|about the recruitment process|into the recruitment process|forward to receiving|"
     "equal opportunity|equal opportunities|regardless of|without regard to|reasonable accommodation|"
     "reasonable adjustments|protected veteran|sexual orientation|national origin|diverse backgrounds|"
     "all qualified applicants|we celebrate diversity"},
});
// clang-format on

}  // namespace

std::span<const CuePhrases> cue_phrases() {
    return lists;
}

}  // namespace headway::career
