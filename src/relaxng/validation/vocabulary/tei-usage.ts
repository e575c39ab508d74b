// Made by scripts/count-tei-usage.js. Facts counted in the TEI Guidelines 4.9.0 and TEI's test documents (TEI
// Consortium, CC BY 3.0 and BSD-2-Clause) and in 59 letters of Arthur Schnitzler's correspondence (ACDH-CH, MIT).

/** The modules of TEI P5 and the elements of each. */
export const modules = `
analysis: c cl interp interpGrp m pc phr s span spanGrp w
certainty: certainty precision respons
cmc: post
core: abbr add addrLine address analytic author bibl biblScope biblStruct binaryObject cb choice cit citedRange corr date del desc distinct divGen editor ellipsis email emph expan foreign gap gb gloss graphic head headItem headLabel hi imprint index item l label lb lg list listBibl measure measureGrp media meeting mentioned milestone monogr name note noteGrp num orig p pb postBox postCode ptr pubPlace publisher q quote rb ref reg relatedItem resp respStmt rs rt ruby said series sic soCalled sp speaker stage street teiCorpus term textLang time title unclear unit
corpus: activity channel constitution derivation domain factuality interaction locale particDesc preparedness purpose setting settingDesc textDesc
dictionaries: case colloc def dictScrap entry entryFree etym form gen gram gramGrp hom hyph iType lang lbl mood number oRef orth pRef per pos pron re sense stress subc superEntry syll tns usg xr
drama: actor camera caption castGroup castItem castList epilogue move performance prologue role roleDesc set sound spGrp tech view
figures: cell figDesc figure formula notatedMusic row table
gaiji: char charDecl g glyph localProp mapping unicodeProp unihanProp
header: abstract appInfo application authority availability biblFull cRefPattern calendar calendarDesc catDesc catRef category change citeData citeStructure classCode classDecl conversion correction correspAction correspContext correspDesc creation distributor edition editionStmt editorialDecl encodingDesc extent fileDesc funder geoDecl handNote hyphenation idno interpretation keywords langUsage language licence listChange listPrefixDef namespace normalization notesStmt prefixDef principal profileDesc projectDesc publicationStmt punctuation quotation refState refsDecl rendition revisionDesc samplingDecl schemaRef scriptNote segmentation seriesStmt sourceDesc sponsor stdVals styleDefDecl tagUsage tagsDecl taxonomy teiHeader textClass titleStmt unitDecl unitDef xenoData
iso-fs: bicond binary cond default f fDecl fDescr fLib fs fsConstraints fsDecl fsDescr fsdDecl fsdLink fvLib if iff numeric string symbol then vAlt vColl vDefault vLabel vMerge vNot vRange
linking: ab alt altGrp anchor annotation join joinGrp link linkGrp listAnnotation seg standOff timeline when
msdescription: accMat acquisition additional additions adminInfo altIdentifier binding bindingDesc catchwords collation collection colophon condition custEvent custodialHist decoDesc decoNote depth dim dimensions explicit filiation finalRubric foliation handDesc height heraldry history incipit institution layout layoutDesc locus locusGrp material msContents msDesc msFrag msIdentifier msItem msItemStruct msName msPart musicNotation objectDesc objectType origDate origPlace origin physDesc provenance recordHist repository rubric scriptDesc seal sealDesc secFol signatures source stamp summary support supportDesc surrogates typeDesc typeNote watermark width
namesdates: addName affiliation age birth bloc climate country death district education event eventName faith floruit forename genName gender geo geogFeat geogName langKnowledge langKnown listEvent listNym listObject listOrg listPerson listPlace listRelation location nameLink nationality nym object objectIdentifier objectName occupation offset org orgName persName persPronouns person personGrp persona place placeName population region relation residence roleName settlement sex socecStatus state surname terrain trait
nets: arc eLeaf eTree forest graph iNode leaf listForest node root tree triangle
spoken: annotationBlock broadcast equipment incident kinesic pause recording recordingStmt scriptStmt shift transcriptionDesc u vocal writing
tagdocs: altIdent alternate anyElement att attDef attList attRef classRef classSpec classes code constraint constraintSpec content dataFacet dataRef dataSpec datatype defaultVal eg egXML elementRef elementSpec empty equiv exemplum gi ident listRef macroRef macroSpec memberOf model modelGrp modelSequence moduleRef moduleSpec outputRendition param paramList paramSpec remarks schemaSpec sequence specDesc specGrp specGrpRef specList tag textNode val valDesc valItem valList
textcrit: app lacunaEnd lacunaStart lem listApp listWit rdg rdgGrp variantEncoding wit witDetail witEnd witStart witness
textstructure: TEI argument back body byline closer dateline div div1 div2 div3 div4 div5 div6 div7 docAuthor docDate docEdition docImprint docTitle epigraph floatingText front group imprimatur opener postscript salute signed text titlePage titlePart trailer
transcr: addSpan am damage damageSpan delSpan ex facsimile fw handNotes handShift line listTranspose metamark mod path redo restore retrace secl sourceDoc space subst substJoin supplied surface surfaceGrp surplus transpose undo zone
verse: caesura metDecl metSym rhyme
`;

/** For each element, in how many texts it holds a child. */
export const children = `
TEI: teiHeader 31, text 30, facsimile 9, standOff 2, sourceDoc
ab: del 3, lb 3, s 2, cb, pb, pc, subst, table, w
abbr: am 4
abstract: p
acquisition: p 4, name 3
add: unclear 2, c, date, gap, hi, rs, space
additional: adminInfo 7, listBibl 5, surrogates 5
additions: incident 6, p 4
addrLine: hi 2, pb 2, rs 2, name, ref, space
address: addrLine 15, street 14, postCode 11, settlement 7, placeName 6, country 4, district 2, name 2, location
adminInfo: recordHist 9, custodialHist 8, availability 2
affiliation: orgName 4, name 3, idno, term
altGrp: alt 4
altIdentifier: idno 8, note 3, repository 3, settlement 3, collection
alternate: elementRef 4, textNode 3, classRef 2, anyElement, empty, sequence
am: g
analytic: title 9, author 6
annotation: note 2, respStmt 2, licence, ptr, revisionDesc
annotationBlock: spanGrp, u
app: lem 9, rdg 8, rdgGrp 4, note 2, witDetail
appInfo: application 4
application: label 4, ptr 4
arc: label 3
argument: p 3
attDef: datatype 10, desc 10, valList 3
attList: attDef 10
author: name 3, persName 3, forename 2, orgName 2, surname 2
availability: p 13, licence 9, ab
back: listPerson 6, listPlace 6, div1 5, div 4, listBibl 4, listOrg 3, listEvent
bibl: title 35, author 26, date 23, publisher 11, biblScope 10, idno 7, pubPlace 7, note 6, ref 6, editor 5, respStmt 5, ptr 4, series 3, edition 2, name 2, rs 2, abbr, bibl, citedRange, hi, relatedItem, space
biblFull: editionStmt 3, extent 3, publicationStmt 3, sourceDesc 3, titleStmt 3
biblStruct: monogr 19, analytic 9, series 3, relatedItem 2, note
bicond: fs 2, iff 2
binding: p 10, condition 4, decoNote 4
bindingDesc: binding 7, p 2, decoNote
birth: date 9, settlement 6, placeName 4, name 3
body: div 24, p 9, l 4, listBibl 2, pb 2, addSpan, anchor, closer, div1, figure, head, linkGrp, list, trailer
broadcast: bibl 5, p
byline: docAuthor 7, add, unclear
cRefPattern: p 2
calendar: p 7
calendarDesc: calendar 7
castGroup: castItem 7, head 5, roleDesc 2
castItem: role 20, actor 15, roleDesc 7
castList: castItem 13, castGroup 4
catDesc: term 2, textDesc 2, gloss
category: catDesc 19, category 9
cell: num
certainty: desc
change: date 4, name 3, c, space
char: mapping 5, unicodeProp 5, localProp 4
charDecl: char
choice: corr 19, sic 18, orig 15, reg 14, abbr 13, expan 13
cit: quote 22, bibl 10, cit 4, ref 4, media
citeStructure: citeData, citeStructure
cl: cl 2
classDecl: taxonomy 4
classSpec: classes 3, desc 3, remarks 3
classes: memberOf 8
climate: ab, note, p
closer: signed 13, dateline 7, lb 5, salute 5, c 2, handShift, hi, rs, space, unclear
collation: p 5, dimensions
cond: fs 3, then 3
condition: p 4
constraintSpec: constraint 5, desc 2
content: alternate 6, dataRef 4, textNode 3, anyElement 2, empty, sequence
correction: p 4
correspAction: date 8, persName 8, placeName 6, settlement 2
correspContext: ref 8, ptr
correspDesc: correspAction 7, correspContext 7
creation: date 7, listChange 2, rs
custEvent: date 3, p 2
custodialHist: custEvent 6, p 5
damage: supplied 2, unclear
dataRef: dataFacet 2
dataSpec: desc 5, content 4
datatype: dataRef 18
date: c, gap, hi, lb, num, precision, subst, supplied, unclear
dateline: date 19, name 10, pb 3, placeName 2, rs 2, anchor, handShift, hi, note, seg, space
death: date 6, settlement 6, placeName 4, name 2
decoDesc: p 5, decoNote 4
decoNote: p 4, watermark 4, q 3, ref 2
def: abbr
del: gap 5, c, date, seg, space, unclear
desc: quote 5, name 2, persName 2, q 2, stamp 2, date, placeName, ref, soCalled, term
dictScrap: def 3, etym 3, orth 3, pron 3
dimensions: height 11, width 11, depth 5, dim 3
distributor: address
div1: head 17, div2 10, list 4, divGen 3, p 2, ab, postscript, salute
div2: head 10, div3 9, p 7, trailer 3, pb
div3: head 12, div4 9, p 9
div4: head 9, p 7, div5 3
div5: head 3, div6 2, list, p
div6: head 2, div7, list, p
div7: head, list, p
div: p 55, head 31, closer 19, div 12, list 10, sp 10, opener 8, ab 5, lg 4, postscript 4, floatingText 3, meeting 3, stage 3, view 3, epigraph 2, gb 2, listBibl 2, note 2, pb 2, signed 2, byline, castList, divGen, entry, fLib, figure, lb, listApp, listOrg, listPlace, salute, spGrp, space, table, trailer
docAuthor: forename 2, surname 2, address, email, persName, persPronouns, ref, roleName
docImprint: pubPlace 10, name 6, date 5, publisher 5, docDate 4, lb, title
docTitle: titlePart 21
eLeaf: label 7
eTree: eLeaf 3, eTree 3, label 3
edition: date 3
editionStmt: edition 13, respStmt 9, p 6
editor: name 7, c, persName
editorialDecl: normalization 7, quotation 5, correction, p
education: name 3
elementSpec: attList 6, desc 6, model 5, equiv 4, classes 3, content 3, gloss 2, modelGrp
ellipsis: metamark 2, desc, supplied
encodingDesc: projectDesc 4, unitDecl 4, refsDecl 3, tagsDecl 3, classDecl 2, editorialDecl 2, p, samplingDecl, variantEncoding
entry: form 80, gramGrp 43, sense 15, etym 11, entry 8, cit 7, def 7, dictScrap 3, hom 3, xr 3
entryFree: etym 3, def 2, form 2, orth 2, pron 2, sense 2, gen, pos
epigraph: quote 3, cit 2, bibl, p, q
epilogue: head 3, sp 3, stage
equipment: p 11
etym: lang 12, mentioned 9, xr 7, bibl 3, date 3, def 3, label 3, oRef 2, term 2, etym, gloss, lbl, pRef
event: label 7, eventName 4, listPerson 4, desc 3, event 3, head 3, idno 3, listPlace 3, note 3, p 2, place 2, bibl, listBibl, listEvent, listRelation
exemplum: eg 3, p 3
expan: ex 5
explicit: expan 2, gap 2, supplied 2, ex
extent: measure 8, dimensions 6, seg
f: symbol 18, binary 8, vColl 6, string 5, fs 3, vAlt 3, vLabel 3, vNot 3, default 2, vMerge
fDecl: vRange 9, fDescr 6, vDefault 4
fLib: f 3
facsimile: graphic 8, surface 7, surfaceGrp 2
figDesc: mentioned, q
figure: head 16, figDesc 13, graphic 13, p 3, media 2
fileDesc: publicationStmt 29, sourceDesc 29, titleStmt 29, editionStmt 10, seriesStmt 6, extent, notesStmt
filiation: p 2, ref 2
finalRubric: ex 2, lb 2
floatingText: body 3
foliation: p 2
foreign: hi, rs, supplied, unclear
forest: eTree, tree
form: orth 101, pron 29, form 11, hyph 11, gramGrp 8, lbl 3, usg 3, iType 2, syll 2, stress
formula: hi
front: div 11, docTitle 4, divGen 3, set 3, epigraph 2, titlePage 2, byline, castList, dateline, docImprint, head, p
fs: f 16
fsConstraints: cond
fsDecl: fDecl 4, fsDescr 2, fsConstraints
fsdDecl: fsDecl 2, fsdLink 2
funder: address 6, name 6
fvLib: symbol 4
gap: certainty
geogName: geogFeat 7, name 4
glyph: localProp 2, figure, graphic
gramGrp: pos 41, gen 11, number 11, subc 10, mood 6, per 6, tns 6, colloc 3, gram 3, case 2
graph: node 10, arc 3, label 3
group: text 10, group, head
handDesc: handNote 12, p 6
handNote: p 5, term 2, name
handNotes: handNote
head: lb 5, hi 4, title 2, bibl, name, origDate, origPlace, ref, s, term
hi: rs 4, hi 2, anchor, c, date, foreign, note, pb, space, supplied
history: acquisition 8, origin 8, provenance 8, p 2
hom: def 3, gramGrp 3
hyphenation: p 3
iNode: label 4
idno: g 2
if: fs, symbol, then
imprint: date 23, publisher 22, pubPlace 19, biblScope 2, respStmt
incident: desc 9
incipit: expan 2, supplied 2, ex, gap
index: term 10
interpGrp: interp 3, desc 2
interpretation: p 3
item: list 8, cit 4, date 4, persName 3, s 3, quote 2, lb, q, ref
join: desc 3
joinGrp: join 2
keywords: term 6, list 3
kinesic: desc 3
l: lb 9, choice 6, rhyme 5, caesura 3, orig 3, del 2, delSpan 2, hi 2, measure 2, stage 2, w 2, cl, damage, emph, handShift, pc, reg
label: date, persName
langKnowledge: langKnown 4, p 3
langUsage: language 16
layout: p 11
layoutDesc: layout 8, p 3
leaf: label 4
lg: l 22, ellipsis, label
licence: p 9
line: add 3, del 3, retrace 3, anchor, metamark, mod, redo, seg
linkGrp: link 5, ptr
list: item 76, label 26, head 15, headItem 9, headLabel 9
listAnnotation: annotation, annotationBlock, note
listApp: app, head
listBibl: bibl 15, biblStruct 8, head 3, msDesc
listChange: change 3
listEvent: event 5, head
listForest: forest
listNym: nym 4
listObject: object 3
listOrg: org 5, head
listPerson: person 23, listRelation 6, personGrp 2
listPlace: place 12, relation
listPrefixDef: prefixDef 2
listRef: ptr 2
listRelation: relation 9, p 3
listTranspose: transpose
listWit: witness 8
location: geo 15, placeName 9, country 3, desc 2, district 2, offset 2, region 2, settlement 2, address, bloc, measure
locusGrp: locus
macroSpec: content
measure: num 8, unit 6
measureGrp: depth 3, height 3, width 3
media: desc 2
metDecl: metSym 3
mod: add, del
model: param 8, desc 3, outputRendition 3
modelGrp: modelSequence 2, model
modelSequence: model 2
moduleSpec: desc, idno
monogr: imprint 19, title 18, author 15, biblScope 7, editor 5, edition 3, extent 2, respStmt
msContents: msItem 12, p 4, summary 2, textLang
msDesc: msIdentifier 15, physDesc 12, msContents 6, history 4, additional 3, msPart 3, msFrag 2
msFrag: msIdentifier 2, msContents, physDesc
msIdentifier: idno 21, settlement 21, repository 20, country 11, msName 6, altIdentifier 5, institution 3, collection 2, region
msItem: title 16, locus 10, note 8, author 6, bibl 6, explicit 6, incipit 6, docAuthor 4, docDate 4, docImprint 4, docTitle 4, filiation 4, rubric 4, textLang 4, listBibl 2, msItem 2, locusGrp
msItemStruct: author 3, bibl 3, finalRubric 3, locus 3, rubric 3, textLang 3, title 3
msPart: msIdentifier 4, head, msContents
musicNotation: p 3, term 3
name: forename, surname
namespace: tagUsage 8
node: label 12
normalization: p 7
notatedMusic: desc, graphic, ptr
note: ref 9, date 7, rs 4, bibl 3, mentioned 2, p 2, term 2, title 2, add, cit, figure, hi, lb, listOrg, measure, name, pb, quote, space, unclear
noteGrp: note 2
notesStmt: note 4
num: hi 2
nym: form 7, etym 3
object: objectIdentifier 4, history 3, physDesc 3, additional, msContents, p
objectDesc: supportDesc 17, layoutDesc 5, p 2
objectIdentifier: objectName 5, country 4, idno 4, institution 4, collection 3, region 3, repository 3, settlement 3, address
occupation: foreign
opener: dateline 13, salute 9, seg, time
org: orgName 7, desc 3, location 3, bibl, idno, note, state
orgName: placeName 2
origin: p 6, name 3, persName 3, origDate 2, origPlace 2
orth: oRef 8
p: date 21, q 19, material 15, name 15, rs 14, pb 12, anchor 11, lb 11, list 11, ref 11, hi 9, placeName 9, soCalled 9, said 8, quote 7, title 7, castList 6, choice 6, note 6, add 5, c 5, del 5, emph 5, foreign 5, index 5, orgName 5, seg 5, space 5, w 5, bibl 4, num 4, objectType 4, time 4, unclear 4, damageSpan 3, delSpan 3, eg 3, label 3, locus 3, origDate 3, origPlace 3, pc 3, ruby 3, s 3, specGrpRef 3, subst 3, term 3, catchwords 2, eventName 2, formula 2, gloss 2, heraldry 2, objectName 2, persName 2, roleName 2, stage 2, watermark 2, biblStruct, camera, cit, damage, distinct, email, fLib, figure, fs, fvLib, gap, handShift, measure, mentioned, milestone, noteGrp, orig, phr, ptr, substJoin, supplied, table, unit
paramList: paramSpec 2
paramSpec: desc 2
particDesc: listPerson 4
performance: p 9, castList 3
persName: forename 35, surname 32, roleName 14, genName 8, addName 7, nameLink 4, seg
person: persName 22, birth 11, death 10, occupation 10, sex 8, idno 7, note 6, p 6, residence 5, event 3, floruit 2, affiliation, age, bibl, figure, langKnowledge, listEvent, nationality, persPronouns, persona, socecStatus, state
persona: persName
phr: phr 3, w 3, c, name, pc
physDesc: objectDesc 14, p 11, handDesc 9, additions 8, bindingDesc 3, decoDesc 3, typeDesc
place: placeName 20, location 15, terrain 3, climate 2, country 2, desc 2, idno 2, note 2, place 2, population 2, settlement 2, event, listPlace, region, state, trait
placeName: settlement 28, region 16, country 10, district 6, geogName 4, offset 4, measure 3, persName 2, choice, geogFeat, note, num, pb, supplied, unclear
population: desc 2, population 2
post: p 14, signed 5, time
postscript: p 5, label 3
prefixDef: p 2
profileDesc: langUsage 10, correspDesc 6, creation 4, settingDesc 3, textDesc 3, abstract, particDesc
projectDesc: p 7
prologue: sp 3, trailer 2, head
provenance: p 6
publicationStmt: date 19, p 18, pubPlace 16, publisher 16, availability 15, idno 10, distributor 6, address 4, ptr
punctuation: p
q: l 4, choice 3, emph 3, reg 3, expan 2, name 2, rs 2, time 2, bibl, gap, oRef, pb, q
quotation: p 9
quote: q 3, term 3, date 2, l 2, oRef 2, bibl, c, del, emph, hi, note, p, pRef, pb, rs, space, subst, supplied
rdg: g 3, lacunaEnd 3, lacunaStart, secl, witEnd, witStart
rdgGrp: rdg 4, lem
recordHist: source 9, change 6, p 3
recording: equipment 6, broadcast 3, date, p, respStmt
recordingStmt: p, recording
ref: bibl 3, date 3, persName 2, term 2, title, w
refsDecl: cRefPattern 4, p 3, refState
relatedItem: biblStruct 2, ref 2
remarks: p 7
residence: placeName 4, address 3, date
respStmt: resp 44, name 31, persName 13
respons: desc
restore: del
revisionDesc: change 16, list 4, listChange
roleName: placeName 2
root: label 4
row: cell 12
rs: c 3, hi 2, rs 2, add, anchor, damage, date, foreign, lb, note, space, supplied, unclear
rubric: lb 7, ex 4, supplied 4, locus 3, stamp 3, expan 2
ruby: rb 4, rt 4
s: w 4, anchor 3, ptr 3, seg 3, pc 2, rs
said: said 2
salute: c, pb
samplingDecl: p 3
schemaSpec: moduleRef 3, dataRef 2, classRef, elementRef, macroRef
scriptDesc: p, scriptNote, summary
scriptStmt: bibl
seal: p 4
sealDesc: p, seal
secl: l
seg: seg 4, pb 2, date, foreign, hi, lb, ref, rs, space, w
segmentation: p
sense: def 18, usg 6, cit 3, date, etym, form, hi, sense, xr
sequence: elementRef 2, alternate
series: title 7, biblScope 3, editor, respStmt
seriesStmt: p 6, idno 3, respStmt 3, title 3, biblScope 2
set: p 6, head 3, list 3
setting: name 5, activity 3, date 3, locale 3, time 3, placeName
settingDesc: p 3, setting 3
settlement: location 6, placeName 6
signed: name 5, gap 4, time 4, date, handShift, hi, list, unclear
socecStatus: date
source: p 5, ref 3, date 2, listBibl
sourceDesc: p 22, listWit 6, bibl 3, listBibl 3, biblStruct 2, msDesc 2, listNym, listPerson
sourceDoc: surfaceGrp 2, surface
sp: speaker 26, p 23, l 11, lg 5, stage 5, join 3, lb 3, ab 2, addSpan 2, delSpan 2
spGrp: sp 3, head, stage
spanGrp: span 3
speaker: persName
specGrp: elementSpec 2
specList: specDesc 3
stage: move 3, hi 2, lb, name
stamp: date 2, placeName 2, time 2, addSpan
standOff: fs, listAnnotation, listPlace, spanGrp
state: label 4, desc 3, p
stdVals: p 3
street: name 2, num
subst: add 7, del 7, lb 2
summary: list
superEntry: entry 3, form 3
support: material 4, p 4, quote
supportDesc: extent 12, support 8, p 3, collation 2, condition 2, foliation 2
surface: graphic 11, zone 11, metamark 2, path
surfaceGrp: surface 4
surrogates: p 6, bibl 3
table: row 6, head 5
tagUsage: term
tagsDecl: rendition 7, namespace 5
taxonomy: category 11, bibl 4, desc
teiCorpus: TEI 4, teiHeader 4
teiHeader: fileDesc 28, revisionDesc 13, profileDesc 10, encodingDesc 7
terrain: desc 3, label, p
text: body 32, front 14, back 10, group 9
textClass: keywords 5, catRef 3, classCode 2
textDesc: channel 8, constitution 8, derivation 8, domain 8, factuality 8, interaction 8, preparedness 8, purpose 8
time: hi, unclear
timeline: when 2
title: title 4, expan 2, q 2, hi
titlePage: docTitle 7, byline 6, docImprint 5, docEdition 2, figure 2, docDate, epigraph, titlePart
titlePart: lb 4, hi 3
titleStmt: title 37, author 12, editor 10, funder 7, respStmt 7, principal
trailer: l 2, hi
trait: desc 4, label 4, p
transpose: ptr 2
tree: root 3, iNode 2, leaf 2
triangle: eLeaf 2, label 2
typeDesc: typeNote 3, summary 2, p
u: pause 3, shift 3, anchor, seg, unclear
unclear: c
unit: unit
unitDecl: unitDef 6
unitDef: label 6, desc 5, conversion 4, placeName 4
vAlt: symbol 9, binary 4
vColl: fs 3, string 3, symbol 3
vDefault: binary 4, if
vLabel: symbol 2, fs
vMerge: vColl 4, symbol 3, vLabel
vNot: vAlt 3, symbol 2
vRange: vAlt 8
valItem: gloss 7, desc 6, altIdent 3, equiv 3, paramList 2, remarks
valList: valItem 7
view: camera 8, hi 2, name 2, sound 2, caption, note, p
vocal: desc 3
w: m 6, w 3, choice
witness: msDesc 6, objectType 6, ptr 2
xr: ref 11
zone: graphic 5, line 5
`;

/** For each child, the sum of these, and in how many elements it stands. */
export const childTotals = `
TEI 4 1
ab 10 5
abbr 15 3
abstract 1 1
acquisition 8 1
activity 3 1
actor 15 1
add 19 7
addName 7 1
addSpan 4 3
additional 4 2
additions 8 1
addrLine 15 1
address 17 7
adminInfo 7 1
affiliation 1 1
age 1 1
alt 4 1
altIdent 3 1
altIdentifier 5 1
alternate 7 2
am 4 1
analytic 9 1
anchor 20 8
annotation 1 1
annotationBlock 1 1
anyElement 3 2
app 1 1
application 4 1
arc 3 1
attDef 10 1
attList 6 1
author 68 6
availability 17 2
back 10 1
bibl 71 21
biblScope 24 5
biblStruct 13 4
binary 16 3
binding 7 1
bindingDesc 3 1
birth 11 1
bloc 1 1
body 35 2
broadcast 3 1
byline 8 3
c 20 13
cRefPattern 4 1
caesura 3 1
calendar 7 1
camera 9 2
caption 1 1
case 2 1
castGroup 4 1
castItem 20 2
castList 11 4
catDesc 19 1
catRef 3 1
catchwords 2 1
category 20 2
cb 1 1
cell 12 1
certainty 1 1
change 25 3
channel 8 1
char 1 1
choice 17 5
cit 22 7
citeData 1 1
citeStructure 1 1
citedRange 1 1
cl 3 2
classCode 2 1
classDecl 2 1
classRef 3 2
classes 6 2
climate 2 1
closer 20 2
collation 2 1
collection 6 3
colloc 3 1
cond 1 1
condition 6 2
constitution 8 1
constraint 5 1
content 8 3
conversion 4 1
corr 19 1
correction 1 1
correspAction 7 1
correspContext 7 1
correspDesc 6 1
country 34 6
creation 4 1
custEvent 6 1
custodialHist 8 1
damage 3 3
damageSpan 3 1
dataFacet 2 1
dataRef 24 3
datatype 10 1
date 188 33
dateline 21 3
death 10 1
decoDesc 3 1
decoNote 9 3
def 36 6
default 2 1
del 23 8
delSpan 7 3
depth 8 2
derivation 8 1
desc 92 29
dictScrap 3 1
dim 3 1
dimensions 7 2
distinct 1 1
distributor 6 1
district 10 3
div 51 4
div1 6 2
div2 10 1
div3 9 1
div4 9 1
div5 3 1
div6 2 1
div7 1 1
divGen 7 3
docAuthor 11 2
docDate 9 3
docEdition 2 1
docImprint 10 3
docTitle 15 3
domain 8 1
eLeaf 5 2
eTree 4 2
edition 18 3
editionStmt 13 2
editor 21 4
editorialDecl 2 1
eg 6 2
elementRef 7 3
elementSpec 2 1
ellipsis 1 1
email 2 2
emph 10 4
empty 2 2
encodingDesc 7 1
entry 12 3
epigraph 5 3
equipment 6 1
equiv 7 2
etym 22 6
event 12 4
eventName 6 2
ex 13 5
expan 23 6
explicit 6 1
extent 18 4
f 19 2
fDecl 4 1
fDescr 6 1
fLib 2 2
facsimile 9 1
factuality 8 1
figDesc 13 1
figure 8 7
fileDesc 28 1
filiation 4 1
finalRubric 3 1
floatingText 3 1
floruit 2 1
foliation 2 1
foreign 9 5
forename 40 4
forest 1 1
form 104 6
formula 2 1
front 14 1
fs 15 8
fsConstraints 1 1
fsDecl 2 1
fsDescr 2 1
fsdLink 2 1
funder 7 1
fvLib 1 1
g 6 3
gap 16 8
gb 2 1
gen 12 2
genName 8 1
geo 15 1
geogFeat 8 2
geogName 4 1
gloss 13 5
gram 3 1
gramGrp 54 3
graphic 39 6
group 10 2
handDesc 9 1
handNote 13 2
handShift 5 5
head 147 25
headItem 9 1
headLabel 9 1
height 14 2
heraldry 2 1
hi 45 25
history 7 2
hom 3 1
hyph 11 1
iNode 2 1
iType 2 1
idno 68 12
if 1 1
iff 2 1
imprint 19 1
incident 6 1
incipit 6 1
index 5 1
institution 7 2
interaction 8 1
interp 3 1
item 76 1
join 5 2
keywords 5 1
l 46 7
label 104 20
lacunaEnd 3 1
lacunaStart 1 1
lang 12 1
langKnowledge 1 1
langKnown 4 1
langUsage 10 1
language 16 1
layout 8 1
layoutDesc 5 1
lb 59 18
lbl 4 2
leaf 2 1
lem 10 2
lg 9 2
licence 10 2
line 5 1
link 5 1
linkGrp 1 1
list 49 13
listAnnotation 1 1
listApp 1 1
listBibl 20 8
listChange 3 2
listEvent 3 3
listNym 1 1
listOrg 5 3
listPerson 15 4
listPlace 12 5
listRelation 7 2
listWit 6 1
localProp 6 2
locale 3 1
location 25 4
locus 20 5
locusGrp 1 1
m 6 1
macroRef 1 1
mapping 5 1
material 19 2
measure 16 6
media 3 2
meeting 3 1
memberOf 8 1
mentioned 13 4
metSym 3 1
metamark 5 3
milestone 1 1
mod 1 1
model 8 3
modelGrp 1 1
modelSequence 2 1
moduleRef 3 1
monogr 19 1
mood 6 1
move 3 1
msContents 9 4
msDesc 9 3
msFrag 2 1
msIdentifier 21 3
msItem 14 2
msName 6 1
msPart 3 1
name 130 29
nameLink 4 1
namespace 5 1
nationality 1 1
node 10 1
normalization 7 1
note 56 22
noteGrp 1 1
notesStmt 1 1
num 16 6
number 11 1
nym 4 1
oRef 13 4
object 3 1
objectDesc 14 1
objectIdentifier 4 1
objectName 7 2
objectType 10 2
occupation 10 1
offset 6 2
opener 8 1
org 5 1
orgName 18 4
orig 19 3
origDate 6 3
origPlace 6 3
origin 8 1
orth 106 3
outputRendition 3 1
p 475 92
pRef 2 2
param 8 1
paramList 2 1
paramSpec 2 1
particDesc 1 1
path 1 1
pause 3 1
pb 31 14
pc 8 5
per 6 1
persName 65 15
persPronouns 2 2
person 23 1
personGrp 2 1
persona 1 1
phr 4 2
physDesc 16 3
place 16 3
placeName 82 16
population 4 2
pos 42 2
postCode 11 1
postscript 5 2
precision 1 1
prefixDef 2 1
preparedness 8 1
principal 1 1
profileDesc 10 1
projectDesc 4 1
pron 34 3
provenance 8 1
ptr 23 12
pubPlace 52 4
publicationStmt 32 2
publisher 54 4
purpose 8 1
q 33 9
quotation 5 1
quote 41 7
rb 4 1
rdg 12 2
rdgGrp 4 1
recordHist 9 1
recording 1 1
redo 1 1
ref 64 16
refState 1 1
refsDecl 3 1
reg 18 3
region 23 5
relatedItem 3 2
relation 10 2
remarks 4 2
rendition 7 1
repository 26 3
residence 5 1
resp 44 1
respStmt 30 9
retrace 3 1
revisionDesc 14 2
rhyme 5 1
role 20 1
roleDesc 9 2
roleName 17 3
root 3 1
row 6 1
rs 39 15
rt 4 1
rubric 7 2
ruby 3 1
s 9 4
said 10 2
salute 16 4
samplingDecl 1 1
scriptNote 1 1
seal 1 1
secl 1 1
seg 19 10
sense 18 3
sequence 2 2
series 6 2
seriesStmt 6 1
set 3 1
setting 3 1
settingDesc 3 1
settlement 80 10
sex 8 1
shift 3 1
sic 18 1
signed 20 3
soCalled 10 2
socecStatus 1 1
sound 2 1
source 9 1
sourceDesc 32 2
sourceDoc 1 1
sp 19 4
spGrp 1 1
space 18 14
span 3 1
spanGrp 2 2
speaker 26 1
specDesc 3 1
specGrpRef 3 1
stage 14 6
stamp 5 2
standOff 2 1
state 3 3
street 14 1
stress 1 1
string 8 2
subc 10 1
subst 6 4
substJoin 1 1
summary 5 3
supplied 18 12
support 8 1
supportDesc 17 1
surface 12 3
surfaceGrp 4 2
surname 37 4
surrogates 5 1
syll 2 1
symbol 42 8
table 3 3
tagUsage 8 1
tagsDecl 3 1
taxonomy 4 1
teiHeader 35 2
term 39 14
terrain 3 1
text 40 2
textDesc 5 2
textLang 8 3
textNode 6 2
then 4 2
time 17 7
title 145 14
titlePage 2 1
titlePart 22 2
titleStmt 32 2
tns 6 1
trailer 7 4
trait 1 1
transpose 1 1
tree 1 1
typeDesc 1 1
typeNote 3 1
u 1 1
unclear 18 14
unicodeProp 5 1
unit 8 3
unitDecl 4 1
unitDef 6 1
usg 9 2
vAlt 14 3
vColl 10 2
vDefault 4 1
vLabel 4 2
vMerge 1 1
vNot 3 1
vRange 9 1
valItem 7 1
valList 3 1
variantEncoding 1 1
view 3 1
w 20 8
watermark 6 2
when 2 1
width 14 2
witDetail 1 1
witEnd 1 1
witStart 1 1
witness 8 1
xr 11 3
zone 11 1
`;

/** For each element, in how many texts it has an attribute. */
export const attributes = `
TEI: xml:base 6, xml:id 6, version 4, xml:lang 2
abbr: cert, type, xml:lang
abstract: resp
acquisition: notAfter, notBefore
actor: ref
add: place 9, xml:id 2, cert, change, resp
addName: type 5
addSpan: spanTo 3, hand, n
affiliation: notAfter 4, notBefore 4, from, to, when
age: notAfter 3, value 3
alt: target 6, weights 6, mode 2
altGrp: mode 4
altIdent: xml:lang 5
altIdentifier: type 2
alternate: maxOccurs 4, minOccurs 4
anchor: xml:id 20, type 4
annotation: motivation 3, target 3, xml:id 3
annotationBlock: corresp, end, start, who, xml:id
anyElement: require 2, except, maxOccurs, minOccurs
app: from 2, loc 2, type 2
application: ident 4, version 4, notAfter 2
arc: from 6, to 6
attDef: ident 13, usage 10, mode 3
attList: org
attRef: class, name
author: ref 6, role 5, n, xml:lang
availability: status 7
bibl: xml:id 12, ana 3, subtype, type
biblScope: unit 15, from 4, to 4
biblStruct: corresp 3, type 2, xml:id 2, default
binary: value 12
binaryObject: mimeType
binding: contemporary 10
birth: when 8, notAfter, notBefore
bloc: type 3
body: corresp, xml:id
byline: rend
c: rendition 5, type 2, n
cRefPattern: matchPattern 5, replacementPattern 5
calendar: xml:id 7, target 3
camera: type 3
case: value 2
castGroup: rend 2
castItem: type 6
catDesc: xml:lang 2
catRef: target 6, scheme 2
category: xml:id 18, valueDatcat 2
cb: n, type
cell: role 11
certainty: locus 8, target 7, assertedValue 6, degree 6, given 3, xml:id 3, cert 2, match
change: when 21, who 15, n 3, status 3, xml:id 2, notBefore
channel: mode 11
char: xml:id 5
choice: xml:id, xml:lang
cit: type 10, xml:lang 3
citeData: property, use
citeStructure: match 2, unit 2, use 2, delim
citedRange: from, target, to, unit
cl: function 3, type 3
classCode: scheme 4
classRef: key 3, maxOccurs
classSpec: ident 3, module 3, type 3
constitution: type 11
constraintSpec: ident 5, scheme 5
conversion: formula 8, fromUnit 8, toUnit 8, from 2, to 2
corr: resp 2, cert
correspAction: type 8
country: key 11, xml:lang 2, ref
custEvent: type 8, notAfter 3, notBefore 3, when
damage: agent 2, group
damageSpan: spanTo 3
dataFacet: name 2, value 2
dataRef: key 16, name 8, restriction 2
dataSpec: ident 5, module 2, validUntil
datatype: maxOccurs 4, minOccurs 3
date: when 58, calendar 8, notAfter 8, notBefore 8, when-iso 8, dur-iso 7, n 6, evidence 5, from 5, to 5, dur 4, when-custom 3, datingMethod 2, type 2, xml:id
dateline: rend 3
death: when 6, notAfter 4, notBefore 4
decoNote: type 10
def: n
del: rend 9, hand 2, type 2, xml:id 2, cert, change, resp
delSpan: spanTo 5
depth: unit 7, quantity 4
derivation: type 12, source
desc: versionDate 9, xml:lang 9, type 2, n, resp
dim: type 3, unit 2, extent, rend
dimensions: type 11, unit 4, scope 3
distinct: type 3
district: type 9
div1: type 16, n 9, xml:id 2
div2: type 15, n 9, xml:id 2
div3: n 9, type 9
div4: type 7, n 6
div5: type 3
div6: type
div: type 53, n 15, xml:id 7, xml:lang 3, facs 2, rend, subtype
divGen: type 7, n 3
docDate: when 5, rendition
docImprint: rendition
docTitle: rendition
domain: type 11
eLeaf: value 2, corresp
eTree: n 3, copyOf, corresp, xml:id
edition: n 4
editor: role 4, xml:id 2
education: notAfter 3, notBefore 3, from, to
eg: xml:space 3
elementRef: key 9, source 3, maxOccurs 2, minOccurs 2
elementSpec: ident 15, mode 9, module 3, xml:id
ellipsis: resp
emph: style
entry: type 8, n 3
epigraph: xml:lang 3
equiv: name 7, uri 4, predicate
etym: type 2
event: when 7, xml:id 7, from 5, to 5, type 5, notAfter 2, notBefore 2, ref 2, ana, datingMethod, from-custom, n, to-custom, where
eventName: ref 2, xml:lang 2, n, type
exemplum: xml:lang
expan: xml:lang
explicit: type 2
f: name 36, xml:id 3, fVal 2, datcat
fDecl: name 9, xml:id 2, targetDatcat
fLib: n 3
factuality: type 14
faith: ref
filiation: type 2
floatingText: type 3
floruit: notAfter 2, notBefore 2
foreign: xml:lang 8, xml:id
forest: type 2, n
form: type 13, xml:lang
formula: notation 3
fs: type 3, feats, xml:id
fsDecl: type 4
fsdLink: target 4, type 4
fvLib: n 4
fw: place 3, type 3
g: ref 10
gap: reason 20, unit 11, quantity 9, extent 4, atLeast 2, atMost 2
gb: n 3
gen: value 2
genName: type
gender: value 2
geo: decls 3
geoDecl: datum 2, xml:id
gloss: target 5, versionDate, xml:id, xml:lang
glyph: xml:id 6
gram: type 3
graph: order 3, rend 3, size 3, type 3, xml:id 3
graphic: url 34, scale 3, height 2, width 2, subtype, type
group: rend
handDesc: hands 13
handNote: medium 11, scope 6, style 6, xml:id 5, scribe 3, script 3, corresp
handShift: medium 2, scribe
head: rend 7, xml:lang 4, rendition 2, place, style
headItem: rend 5, xml:lang 4
headLabel: rend 5, xml:lang 4
height: unit 8, quantity 6, scope 6, extent
hi: rend 22, n 3, rendition 2, style
hyphenation: eol 3
iNode: children 4, parent 4, xml:id 4, follow 2, ord 2, outDegree 2
iType: type 2
idno: type 29, subtype 3
incident: type 6, rend 5
incipit: defective 2, type 2
index: indexName 10
interaction: type 12, active 7, passive 7
interp: xml:id 4, type 3
interpGrp: resp 3, type 3
item: xml:id 9, n 8, xml:lang 5
join: target 8, result 6, scope 6, xml:id 3
joinGrp: domains 2, result 2
keywords: scheme 8
kinesic: dur 3, iterated 3, type 3
l: xml:id 8, part 6, n 4, met 2, real, rend
label: place 2, xml:lang
langKnowledge: tags 3
langKnown: tag 7, level 6
langUsage: default
language: ident 16, usage 6
layout: columns 16, ruledLines 13, writtenLines 3, streams
lb: ed 7, break 6, n 5, xml:id 2
leaf: xml:id 6, parent 4
lem: wit 10, resp, xml:id
lg: type 11, rhyme 4, xml:id 3, n 2, ana, rend, xml:lang
licence: target 13, notBefore 2
link: target 5
linkGrp: type 4, xml:id
list: type 40, rend 24, xml:lang 4, xml:id 3
listApp: xml:id, xml:lang
listBibl: xml:base 2, type
listChange: ordered
listEvent: type
listNym: type 3, n
listPerson: type 8, n
listPlace: type 3
listRelation: type 2
localProp: name 6, value 6
location: type 7
locus: from 10, to 10, target 3, facs 2
m: type 6, baseForm 3
macroRef: key
macroSpec: ident, module
mapping: type 7
measure: unit 16, quantity 14, commodity 7, type 6, atLeast, max, unitRef
measureGrp: type 3, unit 3
media: mimeType 5, url 5, dur 2, type, width
memberOf: key 11
mentioned: xml:id 2, xml:lang 2
metDecl: pattern 3, type 3, xml:id 3
metSym: value 6, terminal 2
metamark: function 4, rend 3, target 3, place
milestone: ed 7, n 7, unit 7
mod: hand, rend, spanTo, type, xml:id
model: behaviour 15, predicate 9, output 2
modelGrp: output 3
moduleRef: key 8, include 2, except, source, url
moduleSpec: ident
mood: value 6
move: perf 3, type 3, who 3, where 2
msContents: class
msDesc: xml:id
msIdentifier: n 2, xml:id
msItem: n 6, class
msItemStruct: class 2, defective 2, n 2
msName: xml:lang 3, type 2
name: type 41, corresp 6, key 5, ref 5, n
namespace: name 8
nationality: key 4, notBefore 3
node: xml:id 12, type 9, adj 7, adjFrom 5, adjTo 5, degree 4, inDegree 4, outDegree 4
normalization: method 3, source 3
note: type 10, place 8, n 5, anchored 4, corresp 4, resp 3, xml:lang 2, rend, target, xml:id
noteGrp: targetEnd
num: value 4, type 3, atLeast, atMost
number: value 8
numeric: value 6, max 3, trunc 3
nym: xml:id 7
oRef: type 2
object: xml:id 4
objectDesc: form 9
objectName: ref 2, xml:lang 2, type
objectType: corresp 6, ana 2
occupation: ref 6, code 4, scheme 4
org: xml:id 5, ana, role, type
orgName: key 5, type 5, ref 3, notAfter, notBefore, xml:lang
origDate: notAfter 6, notBefore 6, type, when
origPlace: key
origin: notAfter 6, notBefore 6, evidence 5, resp 3, cert 2
orth: xml:lang 5, mergedIn 3, orig 3, xml:id 3, type
outputRendition: scope
p: xml:id 7, rend 4, xml:lang 4, n, style
pRef: notation, target
param: name 8, value 8
paramSpec: ident 2
path: points
pause: dur 2, type 2
pb: n 11, facs 8, ed 3, xml:id 3, edRef
pc: pos 4, join 3, msd 2, type, xml:id
per: value 6
performance: xml:id 3
persName: ref 9, xml:id 8, xml:lang 5, type 4, key 2
persPronouns: value 2
person: xml:id 25, sex 15, age 10, role 8, ana 3, corresp, gender, n, rend
personGrp: xml:id 4, role 2, sex 2, size 2, age
persona: age, sex
phr: type 4, function 3
place: xml:id 16, type 3, ana, corresp, xml:lang
placeName: ref 15, type 8, key 6, xml:lang 3, evidence 2, from, notAfter, notBefore, role, to
population: type 3, when 3, resp 2, cert, notAfter, notBefore, quantity, source
pos: datcat 2, expand 2, norm 2, value 2, valueDatcat 2
post: type 14, generatedBy 13, who 12, rend 7, synch 4, indentLevel 3, replyTo 2, when 2, xml:id 2
precision: match 2, precision 2, target
prefixDef: ident 3, matchPattern 3, replacementPattern 3
preparedness: type 11
principal: ref, xml:id
pron: extent 5, notation, xml:id
provenance: when 2
ptr: target 24, type 2, cRef, subtype, targetLang, xml:id
pubPlace: rendition
publisher: rendition
punctuation: marks, placement
purpose: degree 10, type 10
q: xml:lang 6, rend, type
quotation: marks 11
quote: xml:lang 3, source 2
rdg: wit 19, type 2, resp, source
rdgGrp: type 4
recording: dur 7, type 7
redo: cause, hand, target
ref: target 40, type 10, source 6, subtype 6, corresp 2, cRef, mimeType
refState: unit 3, delim 2, length 2
refsDecl: xml:id 2
reg: resp 3
region: type 5, n 3, key, notBefore, xml:lang
relatedItem: type 3
relation: name 15, type 11, active 9, mutual 9, passive 9, ref 2, resp
rendition: xml:id 9, scheme 8, selector 4, schemeVersion, scope
repository: xml:lang 2, n
residence: notAfter 6, notBefore 3
resp: ref, when
respStmt: xml:id 8
respons: locus 5, resp 5, target 5, match 3
restore: hand, type
retrace: cause
revisionDesc: status 10
rhyme: label 5, type
role: xml:id 9, rend
roleName: role 2
root: children 5, xml:id 4, ord 2, outDegree 2
row: role 6
rs: type 17, ref 8, subtype 4, cert, xml:id
rt: place 3
rubric: rend 2, type 2
s: xml:id 3, facs 2, n
said: aloud 4, rend 3, direct
salute: rend 2
schemaRef: type, url
schemaSpec: ident 7, source 5, start 3, prefix
scriptNote: scope, xml:id
seal: type 3, n 2, subtype 2, contemporary
seg: type 10, xml:id 7, rend 3, generatedBy, n, subtype
sense: n 17
series: xml:lang
settlement: type 10, ref 6, key
sex: value 13
shift: feature 3, new 3
signed: generatedBy 5, rend 3
soCalled: rendition
socecStatus: code 2, scheme 2, key, notAfter, notBefore
sound: discrete 2
sourceDesc: default
sp: who 9, toWhom, xml:lang
spGrp: n 2, rend, type, xml:id
space: quantity 10, unit 10, dim
span: from 5, to 5, type 3, ana, target
spanGrp: type 3
speaker: rend 2
specDesc: key 11, atts 6
specGrp: xml:id 5
specGrpRef: target 3
sponsor: ref
stage: type 14, rend 5, n, place, toWhom, who, xml:id
stamp: n 2
standOff: type
state: type 5, from 3, ref 3, to 3, notBefore 2, cert, notAfter
styleDefDecl: scheme, schemeVersion
substJoin: target 2
summary: xml:lang
supplied: reason 9, source 3, resp 2, copyOf
supportDesc: material 4
surface: lrx 9, lry 9, ulx 9, uly 9, xml:id 3, facs
surfaceGrp: n 3, xml:id
surname: type 4
surplus: reason
symbol: value 36, xml:id 4, datcat 2, valueDatcat
table: cols 3, rows 3
tagUsage: gi 8, occurs 5, withId 3, targetDatcat
tagsDecl: partial 3
taxonomy: xml:id 9, datcat
tech: type 3
teiCorpus: version 3
teiHeader: xml:lang
term: rend 6, xml:id 4, ref 3, xml:lang 3, sortKey 2
text: xml:lang 3, xml:id
textDesc: n 8
textLang: mainLang 10, otherLangs 3
time: when 6, generatedBy 5, when-iso 4, dur 3, dur-iso 3
timeline: unit 2, xml:id 2, origin
title: level 25, type 19, n 6, when-iso 6, xml:lang 6, ref
titlePart: type 13, rend, rendition
tns: value 6
trait: type 4, notAfter, notBefore
transcriptionDesc: ident, version
tree: ord 3, arity 2, n 2, order 2
triangle: value
typeNote: medium, scope, xml:id
u: who 6, trans 3, xml:id 2
unclear: reason 3, cert
undo: change, rend, target
unicodeProp: name 6, value 6, version
unihanProp: name, value, version
unit: type 4, unit 4, unitRef
unitDef: xml:id 6, type 5
usg: type 10, orig 3, valueDatcat
vColl: org 6
vLabel: name 3
vMerge: org 3
valItem: ident 12
valList: type 4
variantEncoding: location 3, method 3
vocal: dur 3, iterated 3
w: type 9, lemma 8, pos 8, xml:id 6, orig 3, join 2, lemmaRef 2, msd 2, subtype 2, norm
when: interval 5, since 5, xml:id 5, absolute 2
width: unit 8, scope 6, quantity 4
witDetail: resp, target, type, wit
witness: n 6, xml:id 2
xenoData: xml:space
xr: type 3
zone: xml:id 5, points 4, lrx 3, lry 3, ulx 3, uly 3
`;

/** For each attribute, the sum of these, and how many elements have it. */
export const attributeTotals = `
absolute 2 1
active 16 2
adj 7 1
adjFrom 5 1
adjTo 5 1
age 12 3
agent 2 1
aloud 4 1
ana 13 8
anchored 4 1
arity 2 1
assertedValue 6 1
atLeast 4 3
atMost 3 2
atts 6 1
baseForm 3 1
behaviour 15 1
break 6 1
cRef 2 2
calendar 8 1
cause 2 2
cert 12 10
change 3 3
children 9 2
class 5 4
code 6 2
cols 3 1
columns 16 1
commodity 7 1
contemporary 11 2
copyOf 2 2
corresp 28 12
datcat 6 4
datingMethod 3 2
datum 2 1
decls 3 1
default 3 3
defective 4 2
degree 20 3
delim 3 2
dim 1 1
direct 1 1
discrete 2 1
domains 2 1
dur 24 7
dur-iso 10 2
ed 17 3
edRef 1 1
end 1 1
eol 3 1
evidence 12 3
except 2 2
expand 2 1
extent 11 4
fVal 2 1
facs 15 5
feats 1 1
feature 3 1
follow 2 1
form 9 1
formula 8 1
from 46 13
from-custom 1 1
fromUnit 8 1
function 10 3
gender 1 1
generatedBy 24 4
gi 8 1
given 3 1
group 1 1
hand 6 5
hands 13 1
height 2 1
ident 88 14
inDegree 4 1
include 2 1
indentLevel 3 1
indexName 10 1
interval 5 1
iterated 6 2
join 5 2
key 96 17
label 5 1
lemma 8 1
lemmaRef 2 1
length 2 1
level 31 2
loc 2 1
location 3 1
locus 13 2
lrx 12 2
lry 12 2
mainLang 10 1
marks 12 2
match 8 4
matchPattern 8 2
material 4 1
max 4 2
maxOccurs 12 5
medium 14 3
mergedIn 3 1
met 2 1
method 6 2
mimeType 7 3
minOccurs 10 4
mode 29 5
module 9 4
motivation 3 1
msd 4 2
mutual 9 1
n 204 53
name 110 13
new 3 1
norm 3 2
notAfter 57 20
notBefore 57 22
notation 5 3
occurs 5 1
ord 7 3
order 5 2
ordered 1 1
org 10 3
orig 9 3
origin 1 1
otherLangs 3 1
outDegree 8 3
output 5 2
parent 8 2
part 6 1
partial 3 1
passive 16 2
pattern 3 1
perf 3 1
place 28 8
placement 1 1
points 5 2
pos 12 2
precision 2 1
predicate 10 2
prefix 1 1
property 1 1
quantity 48 7
real 1 1
reason 33 4
ref 89 22
rend 139 35
rendition 16 10
replacementPattern 8 2
replyTo 2 1
require 2 1
resp 32 17
restriction 2 1
result 8 2
rhyme 4 1
role 40 9
rows 3 1
ruledLines 13 1
scale 3 1
scheme 34 8
schemeVersion 2 2
scope 31 9
scribe 4 2
script 3 1
selector 4 1
sex 18 3
since 5 1
size 5 2
sortKey 2 1
source 26 10
spanTo 12 4
start 4 2
status 20 3
streams 1 1
style 10 5
subtype 22 10
synch 4 1
tag 7 1
tags 3 1
target 148 25
targetDatcat 2 2
targetEnd 1 1
targetLang 1 1
terminal 2 1
to 44 12
to-custom 1 1
toUnit 8 1
toWhom 2 2
trans 3 1
trunc 3 1
type 827 136
ulx 12 2
uly 12 2
unit 103 16
unitRef 2 2
uri 4 1
url 41 4
usage 16 2
use 3 2
validUntil 1 1
value 142 23
valueDatcat 6 4
version 14 6
versionDate 10 2
weights 6 1
when 122 14
when-custom 3 1
when-iso 18 3
where 3 2
who 47 7
width 3 2
wit 30 3
withId 3 1
writtenLines 3 1
xml:base 8 2
xml:id 390 93
xml:lang 126 46
xml:space 4 2
`;
