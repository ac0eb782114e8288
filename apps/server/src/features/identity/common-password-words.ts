// The words that passwords are made of again and again: keyboards, names, gods, cities, cricket, films, tea and rice.
// A word per blank; common-passwords.ts puts the usual endings behind them.

export const COMMON_WORDS = `
password passwort passw pass passcode secret letmein welcome admin administrator root user guest login logon master
default changeme change access system manager cashier accountant office society sahakari samiti cooperative coop bank
money paisa rupee rupees credit thrift savings member members staff account computer internet server network windows
google gmail yahoo facebook whatsapp instagram android samsung apple iphone nokia jio airtel vodafone idea aadhaar
qwerty qwertyuiop qwert qwer asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc poiuytrewq lkjhgfdsa mnbvcxz
abc abcd abcde abcdef abcdefgh xyz aaa test testing tester temp temporary sample example demo trial hello hellohello
iloveyou loveyou lovely love lover baby babygirl princess prince angel sunshine shadow dragon monkey tiger lion eagle
superman batman spiderman hero power magic lucky happy freedom forever friend friends family mother father maa papa
mummy daddy bhai behen didi beta pyaar dosti dil jaan jaanu sona shona babu india indian bharat bharatmata hindustan
mahabharat ramayan jaihind jaimatadi jaishreeram jaishriram harharmahadev omnamahshivay omsairam sairam saibaba ganesh
ganpati ganapati shiva shivshankar mahadev mahakal krishna radhe radhekrishna radhakrishna hanuman bajrangbali ram
sitaram durga lakshmi laxmi saraswati vishnu narayan waheguru satnam allah bismillah mashallah inshallah khuda jesus
christ buddha om namaste namaskar pranam swagat dhanyavad ghar gaon kisan mazdoor delhi newdelhi mumbai bombay kolkata
calcutta chennai madras bangalore bengaluru hyderabad pune nagpur nashik indore bhopal jaipur jodhpur udaipur lucknow
kanpur varanasi banaras patna ranchi guwahati shillong gangtok siliguri darjeeling dehradun haridwar rishikesh nainital
almora haldwani pithoragarh shimla manali chandigarh ludhiana amritsar srinagar jammu surat ahmedabad rajkot vadodara
goa kochi kerala mysore mangalore hubli coimbatore madurai salem trichy vizag vijayawada tirupati nepal nepali
kathmandu pokhara lalitpur bhaktapur biratnagar birgunj butwal chitwan dharan himal himalaya himalayan everest
sagarmatha gurkha gorkha gorkhali kenya nairobi mombasa uganda kampala tanzania africa punjab punjabi gujarat rajasthan
bihar bengal assam odisha orissa maharashtra karnataka tamilnadu telangana uttarakhand himachal haryana kashmir amit
anil anita anjali ankit ankita arjun arun asha ashok bharti bhavna deepak deepika dinesh divya gaurav geeta gita gopal
govind hari harish hemant jyoti kamal kamla kavita kiran kishore komal kumar kumari lalit lata madan mahesh manish
manoj maya meena mohan mohit monika mukesh nandini neha nikhil nisha pankaj parvati pooja pradeep prakash pramod
prasad praveen preeti priya priyanka rahul raj raja rajan rajesh raju rakesh rama ramesh rani ravi rekha renu ritu
rohan rohit roshan sachin sagar sandeep sangeeta sanjay sanju santosh sapna sarita savita seema shankar sharma shilpa
shyam singh sita sneha sonia sudha suman sunil sunita suresh sushil sushma swati tara uma usha varsha vijay vikas
vikram vinod virat vishal yadav yash ali ahmed khan fatima ayesha mohammed muhammad hassan hussain imran irfan salman
shahrukh aamir hrithik amitabh katrina deepika kareena aishwarya tendulkar dhoni kohli sehwag dravid ganguly cricket
cricketer football soccer hockey kabaddi ipl csk rcb chennaisuperkings mumbaiindians worldcup champion winner player
bollywood sholay dilwale bahubali baahubali pushpa chai chaiwala samosa biryani mango aam gulab jamun mithai roti dal
chawal rice flower rose lotus kamal gulmohar chameli mogra sparrow peacock mayur hathi sher cobra naag computer123
nothing something whatever whatsup blahblah trustno iamtheboss boss king queen raja maharaja rockstar superstar
startrek starwars pokemon naruto minecraft ninja killer gangster devil soldier army jawan police doctor engineer
teacher student school college university principal summer winter monsoon spring autumn january february march april
june july august september october november december monday tuesday wednesday thursday friday saturday sunday diwali
deepawali holi dussehra navratri dashain tihar eid christmas newyear birthday anniversary wedding shaadi jesuschrist
michael jennifer jordan daniel jessica charlie thomas george andrew robert hunter ranger harley pepper ginger cookie
chocolate butterfly purple orange yellow silver golden diamond crystal basketball baseball corvette mustang mercedes
ferrari maruti tata honda hero splendor bullet pulsar scooter rickshaw auto taxi truck tractor train railway metro
kafal kafalpako buransh
`
  .trim()
  .split(/\s+/);

/** What people put behind a word when a form asks for a digit or a sign. */
export const COMMON_ENDINGS =
  `1 12 123 1234 12345 123456 1234567 12345678 123456789 0 00 000 01 007 07 10 11 21 22 23 69 77 99 100 108 111 143 222
  321 420 555 666 777 786 888 999 1000 1111 4321 @1 @12 @123 @1234 @12345 @321 @111 @786 @000 #1 #12 #123 #1234 _1 _12
  _123 _1234 -123 .123 $123 *123 ! !! !1 !123 1! 12! 123! 1234! @ # $ 1@ 123@ 123# @123# @123! 1@3 abc xyz ji jee bhai
  singh kumar sharma india`
    .trim()
    .split(/\s+/);

/** Rows of keyboards and other runs that fingers find by themselves. */
export const COMMON_RUNS = [
  '01234567890123456789',
  '09876543210987654321',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiopasdfghjklzxcvbnm',
  'mnbvcxzlkjhgfdsapoiuytrewq',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()_+',
  '147258369147258369',
  'a1b2c3d4e5f6g7h8i9j0',
  '1a2b3c4d5e6f7g8h9i0j',
  'q1w2e3r4t5y6u7i8o9p0',
];
