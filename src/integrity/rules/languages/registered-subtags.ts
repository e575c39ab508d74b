// The IANA Language Subtag Registry of 2025-08-25, made by test/subtag-registry.test.ts.

/** The date of the registry. */
export const registryDate = '2025-08-25';

/** Languages of two letters and of three: those that begin alike together, with their last letters. */
export const languages = `
a-abefkmnrsvyz b-aeghimnors c-aehorsuvy d-aevz e-elnostu f-afijory g-adlnuv h-aeiortuyz
i-adegiknostuw j-aivw k-agijklmnorsuvwy l-abginotuv m-ghiklnorsty n-abdeglnorvy o-cjmrs p-ailst
q-u r-mnouw s-acdeghiklmnoqrstuvw t-aeghiklnorstwy u-gkrz v-eio w-ao x-h y-io z-ahu
aa-abcdefghiklmnopqstuvwxz ab-abcdefghijlmnopqrstuvwxyz ac-abdefhiklmnpqrstuvwxyz
ad-abdefghijlnopqrstuwxyz ae-abcdeklmnqrsuwyz af-abdeghiknopstuz ag-abcdefghijklmnopqrstuvwxyz
ah-abghiklmnoprst ai-abcdefghijklmnopqrstwxy aj-aginpstuwz ak-bcdefghijklmopqrstuvwxyz
al-acdefghijklmnopqrstuvwxyz am-abcefgijklmnopqrstuvwxyz an-abcdefghijklmnopqrstuvwxyz
ao-abcdefghijklmnrstuxz ap-abcdefghijklmnopqrstuvwxyz aq-acdgklmnprtz ar-bcdehijklnopqrstuvwxyz
as-abcdefghijklnopqrstuvwxyz at-abcdeghijklmnopqrstuvwxyz au-abcdefghijklmnopqrstuwxyz
av-bdiklmnostuv aw-abcdeghikmnorstuvwxy ax-begklmx ay-abcdeghiklnopqrstuxyz az-abcdgjmnotz
ba-abcdefghijlnoprstuvwxyz bb-abcdefghijklmnopqrstuvwxyz bc-abcdefghijklmnopqrstuvwyz
bd-abcdefghijklmnopqrstuvwxyz be-abcdefghijkmopqrstuvwxyz bf-abcdefghijklmnopqrstuwxyz
bg-abcdefgijklmnopqrstuvwxyz bh-abcdefghijklmnopqrstuvwxyz bi-abcdefgjklmnopqrtuvwxyz
bj-abcdefghijklmnopqrstuvwxyz bk-abcdfghijklmnopqrstuvwxyz bl-abcdefghijklmnopqrstvwxyz
bm-abcdefghijklmnopqrstuvwxyz bn-abcdefgijklmnopqrstuvwxyz bo-abefghijklmnopqrtuvwxyz
bp-abcdeghijklmnopqrstuvwxyz bq-abcdfghijklmnopqrstuvwxyz br-abcdfghijklmnopqrstuvwxyz
bs-abcefghijklmnopqrstuvwxy bt-abcdefghijklmnopqrstuvwxyz bu-abcdefghijkmnopqstuvwxyz
bv-abcdefghijklmnopqrtuvwxyz bw-abcdefghijklmnopqrstuwxyz bx-abcdefghijklmnopqrsuvwxz
by-abcdefghijklmnopqrstvwxyz bz-abcdefghijklmnopqrstuvwxyz ca-abcdefghijklmnopqrsuvwxyz
cb-abcdeghijklnoqrstuvwy cc-acdeghjlmnopqrs cd-acdefghijmnorsyz ce-abgklnty cf-adgm cg-acgk
ch-bcdfghjklmnopqrtwxyz ci-abcdehkmnprwy cj-aehikmnoprsvy ck-abhlmnoqrstuvxyz cl-acdehijklmostuwy
cm-acegiklmnorst cn-abcghiklopqrstuwx co-abcdefghjklmnopqtuvwxyz cp-abcefginopsuxy cq-du
cr-abcdfghijklmnopqrstvwxyz cs-abcdefghijklmnopqrstuvwxyz ct-acdeghlmnopstuyz
cu-abcghijklmopqrstuvwxy cv-gn cw-abdegt cx-h cy-abo cz-hknot da-acdefghijklmopqrsuvwxyz
db-abdefgijlmnopqrtuvwy dc-cr dd-adegijnorsw de-cdefghiklmnpqrsvz dg-abcdeghiklnorstuwxz
dh-adgilmnorsuvwx di-abcdfghijklmnopqrstuwxyz dj-abcdefijklmnoruw dk-agklrsx dl-gkmn
dm-abcdefgklmnorsuvwxy dn-adegijknortuvwy do-abcefhiklnopqrstvwxyz dp-p dr-abcdeghilnoqrstuwy
ds-behiklnoqz dt-abdhikmnoprstuy du-abcdefghijklmnopqrsuvwxyz dv-a dw-aklrsuwyz dy-abdgimnoruy
dz-adegln ea-a eb-cgkoru ec-rsy ee-e ef-aei eg-almoxy eh-su ei-ptv ej-a ek-acegiklmopry
el-ehikmopux em-abegikmnopqsuwxyz en-abcdfhlmnoqruvwx eo-t ep-i er-aghikorstw es-eghiklmnoqsuxy
et-bchnorstuxz eu-dq ev-ehn ew-o ex-t ey-ao ez-ae fa-abdfghijklmnprtuxyz fb-l fc-s fe-r ff-im fg-r
fi-aeflprtuw fk-kv fl-ahilnry fm-pu fn-bgi fo-dimnrsx fp-e fq-s fr-cdkmopqrst fs-els
fu-bcdefhijmnqrtuvy fv-r fw-ae ga-abcdefghijklmnopqrstuvwxyz gb-abcdefghijklmnopqrsuvwxyz
gc-cdeflnrt gd-abcdefghijklmnoqrstux ge-abcdfghijklmqsvwxyz gf-ktx gg-abdegklnortuw gh-acehklnorst
gi-abcdeghilmnopqrstuwxyz gj-ikmnru gk-adenopu gl-bcdhijkloruwy gm-abdeghlmnqruvwxyz
gn-abcdeghijklmnoqrtuwz go-abcdefghijklmnopqrstuvwxyz gp-aen gq-ainru gr-abcdghijkmoqrstuvwxyz
gs-eglmnopsw gt-aiu gu-abcdefghiklmnopqrstuvwxz gv-acefjlmnoprsy gw-abcdefgijmnrtuwx gx-x
gy-abdefgilmnoryz gz-ain ha-abcdefghijklmnopqrsvwxyz hb-abnou hc-ah hd-nsy he-adghim hg-mw hh-iry
hi-abdfghijklmortwx hj-i hk-aehkns hl-abdetu hm-abcdefghijklmnpqrstuvwxyz hn-adeghijmnosu
ho-abcdehijklmoprstvwyz hp-os hr-acekmoprtuwxz hs-bhlns ht-iosux hu-bcdefghijklmopqrstuvwxyz
hv-ceknv hw-aco hy-awx ia-inpr ib-abdeghilmnruy ic-ahlr id-abcdeirstu if-abefkmuy ig-beglmnosw
ih-bipw ii-nr ij-cejnos ik-ehikloprstvwxz il-abgiklmopsuvw im-aeilnorsty in-bceghjlmnopstz io-ruw
ip-io iq-uw ir-aehiknoruxy is-acdeghikmnortuv it-bcdeiklmorstvwxyz iu-m iv-bv iw-kmos ix-cl iy-aox
iz-himrz ja-abcdefhjklmnoqrstuxyz jb-eijkmnortuw jc-st jd-agt je-beghiklnrtu jg-beko jh-is
ji-abcdeghilmoqtuvy jj-er jk-amoprsu jl-es jm-abcdilnrswx jn-adgijls jo-bdgrsw jp-arx jq-r
jr-abrtu js-l ju-abcdhiklmnoprstuwy jv-dn jw-i jy-aey ka-abcdefghijkmopqrvwxy
kb-abcdefghijklmnopqrstuvwxyz kc-abcdefghijklmnopqrstuvwxyz kd-acdefghijklmnopqrtuvwxyz
ke-abcdefghijklmnopqrstuvwxyz kf-abcdefghijklmnopqrstuvwxyz kg-abcdefghijklmnopqrstuvwxy
kh-abcdefghijklnopqrstuvwxyz ki-abcdefghijlmopqstuvwxyz kj-abcdefghijklmnopqrstuvxyz
kk-abcdefghijklmnopqrstuvwxyz kl-abcdefghijklmnopqrstuvwxyz km-abcdefghijklmnopqrstuvwxyz
kn-abcdefgijklmnopqrstuvwxyz ko-acdefghijklopqstuvwxyz kp-abcdefghijklmnopqrstuvwxyz
kq-abcdefghijklmnopqrstuvwxyz kr-abcdefhijklmnoprstuvwxyz ks-abcdefghijklmnopqrstuvwxyz
kt-abcdefghijklmnopqrstuvwxyz ku-bcdefghijklmnopqstuvwxyz kv-abcdefghijklmnopqrstuvwxyz
kw-abcdefghijklmnopqrstuvwxyz kx-abcdefhijklmnopqrstuvwxyz ky-abcdefghijklmnopqrstuvwxyz
kz-abcdefghijklmnopqrstuvwxyz la-abcdefghijklmnpqrsuwxyz lb-abcefgijklmnoqrstuvwxyz lc-cdefhlmpqs
ld-abdghijklmnopq le-abcdefghijklmnopqrstuvwxyz lf-an lg-abghiklmnoqrstuz lh-ahilmnpstu
li-abcdefghijklopqrsuvwxyz lj-aeilpwx lk-abcdehijlmnorstuy ll-abcdefghijklmnopqsux
lm-abcdefghijklmnopqruvwxyz ln-abdghijlmnosuwz lo-abcefghijklmnopqrstuvwxyz lp-aenox lq-r
lr-acegiklmnortvz ls-abcdeghilmnoprstvwy lt-cghinosu lu-acdefhijklmnopqrstuvwyz lv-aiklsu
lw-aeghlmostuw lx-m ly-agn lz-hlnz ma-abdefgijkmnpqstuvwxz mb-abcdefhijklmnopqrstuvwxyz
mc-abcdefghijklmnopqrstuvwxyz md-abcdefghijklmnpqrstuvwxyz me-abcdefghijklmnopqrstuvwyz
mf-abcdefghijklmnopqrstuvwxyz mg-abcdefghijklmnopqrstuvwxyz mh-abcdefghijklmnopqrstuwxyz
mi-abcdefghijklmnopqrstuwxyz mj-abcdeghijklmnopqrstuvwxyz mk-abcefghijklmnopqrstuvwxyz
ml-abcdefhijklmnopqrsuvwxz mm-abcdefghijklmnopqrtuvwxyz mn-abcdefghijklmnopqrstuvwxyz
mo-acdefghijkmopqrstuvwxyz mp-abcdeghijklmnopqrstuvwxyz mq-abcefghijklmnopqrstuvwxyz
mr-abcdefghjklmnopqrstuvwxyz ms-bcdefghijklmnopqrstuvwxyz mt-abcdefghijklmnopqrstuvwxy
mu-abcdeghijklmnopqrstuvxyz mv-abdefghiklmnopqrstuvwxyz mw-abcdefghijklmnopqrstuvwxyz
mx-abcdefghijklmnopqrstuvwxyz my-bcdefghijklmnopqrstuvwxyz mz-abcdeghijklmnopqrstuvwxyz
na-abcdefghijklmnopqrstwxyz nb-abcdefghijkmnopqrstuvwxy nc-abcdefghijklmnopqrstuxz
nd-abcdfghijklmnpqrstuvwxyz ne-abcdefghijkmnoqrstuvwxyz nf-adlru ng-abcdefghijklmnopqrstuvwxyz
nh-abcdefghikmnopqrtuvwxyz ni-abcdefghijklmnoqrstuvwxyz nj-abdhijlmnorstuxyz
nk-abcdefghijkmnopqrstuvwxz nl-acegijklmnoqruvwxyz nm-abcdefghijklmnopqrstuvwxyz
nn-abcdefghijklmnpqrstuvwxyz no-acdefghijklmnopqstuvwyz np-abghilnosuxy nq-gklmnoqty
nr-abcefgiklmnprtuxz ns-abcdefghiklmnopqrstuvwxyz nt-degijkmoprsuwxyz
nu-abcdefghijklmnopqrstuvwxyz nv-hmo nw-abcegimorwxy nx-adegiklmnoqrux ny-bcdefghijklmnopqrstuvwxy
nz-abdikmrsuyz oa-ackrv ob-iklmortu oc-ahmou od-aktu of-osu og-bcegou oh-tu oi-aen oj-bcgpsvw
ok-abcdeghijklmnorsuvxz ol-adekmortu om-abcegiklnopqrtuvwxy on-abegijknoprstuwx oo-dgnrs op-akmoty
or-aceghnorstuvwxyz os-acinoptux ot-abdeiklmnoqrstuwxyz ou-abeimn ov-d ow-il oy-bdmy oz-m
pa-abcdefghiklmopqrstuvwxyz pb-bcefghilmnoprstuvyz pc-abcdefghijklmnprw pd-acinotu
pe-abdefghijklmopqsvxyz pf-ael pg-adgiklnsuyz ph-adghijklmnoqrtuvw pi-abcdefghijlmnoprstuvwxyz
pj-t pk-abcghnoprstu pl-abcdefghjklnopqrstuvwyz pm-abcdefhijklmnoqrstuwxyz
pn-abcdeghijklmnopqrstuvwxyz po-cdefghikmnopqstvwxyz pp-aeiklmnopqrstu pq-aemw
pr-abcdefghiklmnopqrstuwxyz ps-acdeghilmnopqrstuwy pt-ahinopqrtuvwy pu-abcdefgijkmopqrtuwxyz
pw-abgimnorw px-m py-emnsuxy pz-ehn qu-abcdfghiklmnpqrsvwxyz qv-acehijlmnopswyz qw-acehmst
qx-achlnopqrstuw qy-ap ra-abcdfghijklmnopqrstuvwxyz rb-bklp rc-f rd-b re-abegijlmnrsty rg-aeknrsu
rh-gp ri-abeflmnrtu rj-gis rk-abhimtw rm-abcdefghiklmnopqrstuvwxyz rn-abdglnprw ro-abcdefglmopruw
rp-nt rr-imot rs-biklmnw rt-chmsw ru-bcefghikopqtuyz rw-aklmor rx-dw ry-nsu rz-h
sa-abcdefhijklmopqrstuvwxyz sb-abcdefghijklmnopqrstuvwxyz sc-abefghiklnopqstuvwx
sd-abcefghjklmnopqrstuvxz se-abcdefghijklmnopqrstuvwyz sf-bemsw sg-abcdeghijklmnoprstuwxyz
sh-abcdeghijklmnopqrstuvwxyz si-abdefghijklmopqrstuvwxyz sj-abcdegklmnoprstuw
sk-abcdefghijkmnopqrstuvwxyz sl-acdefghijlmnpqrstuwxyz sm-abcdfghijklmnpqrstuvwxyz
sn-bcefghijklmnopqrsuvwxyz so-abcdeghijklnopqrsuvwxyz sp-bcdegiklmnopqrstuvxy sq-ahjkmnoqrstux
sr-abcefghiklmnoqrstuvwxyz ss-abcdefghijklmnopqrstuvxyz st-abdefghijklmnopqrstuvwy
su-abcegijklmoqrstvwxyz sv-abcekmrsx sw-bcfghijklmnopqrstuvwxy sx-bcegklmnorsuw sy-abcdiklmnorswxy
sz-abcdeglnpsvwy ta-abcdefgijklnopqrsuvwxyz tb-abcdefghijklmnopqrstuvwxyz
tc-abcdefghiklmnopqstuwxyz td-abcdefghijklmnoqrstuvxy te-abcdefghikmnopqrstuvwxyz tf-inort
tg-abcdefghijnopqrstuvwxyz th-cdefhiklmnpqrstuvwxyz ti-acdefghijklmnopqstuvwxyz tj-agijlmnopsuw
tk-abdefgklmnpqrstuvwxz tl-abcdfghijklmnopqrstuvwxy tm-abcdefghijklmnopqrstuvwyz
tn-abcdefghiklmnopqrstuvwxyz to-bcdefghijklmopqrsuvwxyz tp-acefgijklmnopqrtuvwxyz tq-blmnopqrtuw
tr-abcdefghijklmnopqrstuvwxyz ts-abcdefghijklmpqrstuvwxyz tt-abcdefghijklmnopqrstuvwyz
tu-abcdefghijlmnopqstuvwxyz tv-adeiklmnostuwxy tw-abcdefghlmnopqrtuwxy tx-abceghijmnoqrstuxy
ty-aehijlnprstuvxyz tz-ahjlmnox ua-mnr ub-ailruy ud-aegijlmu ue-s uf-i ug-abehnoy uh-an ui-sv uj-i
uk-aghiklpqsuvwy ul-abcefiklmnuwy um-abcdgimnoprsu un-adegikmnpruxz uo-kn up-iv
ur-abcefghijklmnoprtuvwxyz us-ahikpsu ut-aehpru uu-mnru uv-ehl uw-a uy-a uz-ns
va-aefghijlmnoprsuvy vb-bk ve-cdlmopr vg-rt vi-cdfglnstv vj-k vk-aijklmnoptuz vl-ps
vm-abcdefghijklmpqrsuvwxyz vn-kmp vo-rt vr-aost vs-ilnv vt-o vu-mnt vw-a
wa-abcdefghijklmnopqrstuvwxyz wb-abefhijklmpqrstvw wc-ai wd-dgjktuy we-acdghimnoprstuw wf-g
wg-abgiouwy wh-agku wi-bcefghijklmnrtuvwy wj-ai wk-abdlruwy wl-aceghiklmorsuvwxy
wm-abcdeghimnostwx wn-bcdegikmnopuwy wo-abcdefgikmnorswy wp-c wr-abdghiklmnoprsuvwxyz ws-agikrsuv
wt-bfhikmw wu-abdhlmnrtuvxy ww-aborw wx-aw wy-abimnry xa-abcdegijklmnopqrstuvwy
xb-abcdegijmnoprwxy xc-bceghlmnortuvwy xd-ackmoqy xe-bdglmprstu xf-a xg-abdfgilmnruw xh-acdemrtuv
xi-abilnprsvy xj-bt xk-abcdefghijklnopqrstuvwxyz xl-abcdeginopsuy xm-abcdefghjklmnopqrstuvwxyz
xn-abdghijkmnoqrstuyz xo-cdgikmnoprw xp-abcdefghijklmnopqrstuvwxyz xq-at xr-abdegimnqrtuw
xs-abcdehijlmnopqrsuvy xt-abcdeghijlmnopqrstuvwyz xu-abdgjlmnoprtu xv-einos xw-acdegjklortw
xx-bkmrt xy-abjklty xz-hmp ya-abcdefghijklmnopqrstuvwxyz yb-abdehijklmnoxy yc-hlnpr yd-adegks
ye-aceijlnrstuvy yg-ailmprsuw yh-adls yi-afghijklmnpqrstuvxyz yk-aghiklmnortuy yl-abegilmnoruy
ym-abcdeghiklmnopqrstxz yn-abdeghklnoqsu yo-bgiklmnstxy yp-abghkmnopz yr-abeiklmnoswy
ys-cdglmnoprsy yt-alpwy yu-abcdefgijklmnpqrtuwxyz yv-at yw-aglnqrtuw yx-aglmuy yy-ruz yz-gk
za-abcdefghijklmopqrstuvwxyz zb-aceltuw zc-adh zd-j ze-aghmn zg-abhmnr zh-bdinwx zi-abklmnrwz
zk-abdghknoprtuvz zl-aejmnqsuw zm-abcdefghijklmnopqrstuvwxyz zn-adegks zo-chmoqrs
zp-abcdefghijklmnopqrstuvwxyz zq-e zr-agnops zs-aklmru zt-eglmnpqstuxy zu-ahmny zw-a zx-x zy-bgjnp
zz-aj
`;

/** Extended languages, by the language that they are put after. */
export const extendedLanguages = `

ar=aao,abh,abv,acm,acq,acw,acx,acy,adf,aeb,aec,afb,ajp,apc,apd,arb,arq,ars,ary,arz,auz,avl,ayh,ayl,ayn,ayp,bbz,pga,shu,ssh
kok=gom,knn lv=ltg,lvs
ms=bjn,btj,bve,bvu,coa,dup,hji,jak,jax,kvb,kvr,kxd,lce,lcf,liw,max,meo,mfa,mfb,min,mqg,msi,mui,orn,ors,pel,pse,tmw,urk,vkk,vkt,xmm,zlm,zmi,zsm
sgn=ads,aed,aen,afg,ajs,ase,asf,asp,asq,asw,bfi,bfk,bog,bqn,bqy,bvl,bzs,cds,csc,csd,cse,csf,csg,csl,csn,csq,csr,csx,doq,dse,dsl,dsz,ecs,ehs,esl,esn,eso,eth,fcs,fse,fsl,fss,gds,gse,gsg,gsm,gss,gus,hab,haf,hds,hks,hos,hps,hsh,hsl,icl,iks,ils,inl,ins,ise,isg,isr,jcs,jhs,jks,jls,jos,jsl,jus,kgi,kvk,lbs,lgs,lls,lsb,lsc,lsg,lsl,lsn,lso,lsp,lst,lsv,lsw,lsy,lws,mdl,mfs,mre,msd,msr,mzc,mzg,mzy,nbs,ncs,nsi,nsl,nsp,nsr,nzs,okl,pgz,pks,prl,prz,psc,psd,psg,psl,pso,psp,psr,pys,rib,rms,rnb,rsi,rsl,rsm,rsn,sdl,sfb,sfs,sgg,sgx,slf,sls,sqk,sqs,sqx,ssp,ssr,svk,swl,syy,szs,tse,tsm,tsq,tss,tsy,tza,ugn,ugy,ukl,uks,vgt,vsi,vsl,vsv,wbs,xki,xml,xms,yds,ygs,yhs,ysl,ysm,zib,zsl
sw=swc,swh uz=uzn,uzs
zh=cdo,cjy,cmn,cnp,cpx,csp,czh,czo,gan,hak,hnm,hsn,luh,lzh,mnp,nan,sjc,wuu,yue
`;

export const scripts = `
adl-m afa-k agh-b aho-m ara-bn arm-in avs-t bal-i bam-u bas-s bat-k ben-g ber-f bhk-s bli-s bop-o
bra-hi bug-i buh-d cak-m can-s car-i cha-m che-r chi-s chr-s cir-t cop-t cpm-n cpr-t cyr-ls dev-a
dia-k dog-r dsr-t dup-l egy-dhp elb-a ely-m eth-i gar-a geo-kr gla-g gon-gm got-h gra-n gre-k
guj-r guk-h gur-u han-bgiost hat-r heb-r hir-a hlu-w hmn-gp hnt-l hrk-t hun-g ind-s ita-l jam-o
jav-a jpa-n jur-c kal-i kan-a kaw-i kha-r khm-r kho-j kit-ls knd-a kor-e kpe-l kra-i kth-i lan-a
lao-o lat-fgn lek-e lep-c lim-b lin-ab lis-u lom-a lyc-i lyd-i mah-j mak-a man-di mar-c may-a
med-f men-d mer-co mly-m mod-i mon-g moo-n mro-o mte-i mul-t mym-r nag-m nan-d nar-b nba-t new-a
nkd-b nkg-b nko-o nsh-u oga-m olc-k ona-o ork-h ory-a osg-e osm-a oug-r pal-m pau-c pcu-n pel-m
per-m pha-g phl-ipv phn-x piq-d plr-d prt-i psi-n ran-j rjn-g roh-g ror-o run-r sam-r sar-ab sau-r
sea-l sgn-w sha-w shr-d shu-i sid-dt sin-dh sog-do sor-a soy-o sun-du syl-o syr-cejn tag-b tak-r
tal-eu tam-l tan-g tav-t tay-o tel-u ten-g tfn-g tgl-g tha-ai tib-t tir-h tns-a tod-r tol-s tot-o
tut-g uga-r vai-i vis-p vit-h war-a wch-o wol-e xpe-o xsu-x yez-i yii-i zan-b zin-h zmt-h zsy-em
zxx-x zyy-y zzz-z
`;

export const regions = `
a-acdefgilmnoqrstuwxz b-abdefghijlmnoqrstuvwyz c-acdfghiklmnopqrsuvwxyz d-degjkmoz e-aceghrstuz
f-ijkmorx g-abdefghilmnpqrstuwy h-kmnrtu i-cdelmnoqrst j-emop k-eghimnprwyz l-abcikrstuvy
m-acdefghklmnopqrstuvwxyz n-acefgiloprtuz o-m p-aefghklmnrstwy q-a r-eosuw
s-abcdeghijklmnorstuvxyz t-acdfghjklmnoprtvwz u-agmnsyz v-aceginu w-fs y-detu z-amrwz
`;

export const numberedRegions = `
00-12359 01-1345789 02-19 03-0459 05-347 06-1 14-235 15-0145 20-2 41-9
`;

/** Variants, by the beginnings of tags that they are meant for; those of none are for any. */
export const variants = `
=alalc97,fonipa,fonkirsh,fonnapa,fonupa,fonxsamp,simple ase|sgn-ase=blasl
az|ba|crh|kk|krc|ky|sah|tk|tt|uz=baku1926 be=1959acad,tarask bg=ivanchov blo=balanka ca=valencia
cop=akhmimic,bohairic,fayyumic,lycopol,mesokem,sahidic da=bornholm,synnejyl de=1901,1996,viennese
djk=aluku,ndyuka,pamaka egy=leidentr,mdcegyp,mdctrans el=monoton,polyton en-CA=newfound
en=basiceng,boont,cornu,emodeng,oxendict,scotland,scouse en|es=spanglis en|hup|kyh|tol|yur=unifon
eo=arkaika,hsistemo,xsistemo eu=biscayan fr=1694acad,gallo frm=1606nict hy=arevela,arevmda
ja-Latn-hepburn=heploc ja-Latn=hepburn kea=barla,sotav kl=tunumiit kl|kl-tunumiit=kleinsch
kw=kkcor,kscor,uccor,ucrcor la=peano lld=anpezo,fascia,fodom,gherd,valbadia ltg=ltg1929,ltg2007
lv=vecdruka mww|hnj=pahawh2,pahawh3,pahawh4 nan-Latn=pehoeji,tailo nn=hognorsk
oc=aranes,auvern,cisaup,creiss,gascon,lemosin,lengadoc,nicard,provenc,vivaraup
oc|oc-aranes|oc-auvern|oc-cisaup|oc-creiss|oc-gascon|oc-lemosin|oc-lengadoc|oc-nicard|oc-provenc|oc-vivaraup=grclass,grmistr
oc|oc-cisaup|oc-nicard|oc-provenc=grital pl=kociewie pt-BR=abl1943 pt=colb1945 pt|gl=ao1990
rm=jauer,puter,rumgr,surmiran,sursilv,sutsilv,vallader ru=luna1918,petr1708
sa=bauddha,itihasa,laukika,vaidika sco=ulster sl-rozaj=biske,lipaw,njiva,osojs,solba
sl-rozaj|sl-rozaj-biske|sl-rozaj-njiva|sl-rozaj-osojs|sl-rozaj-solba=1994
sl=bohoric,dajnko,metelko,nedis,rozaj sr|sr-Latn|sr-Cyrl=ekavsk,ijekavsk tw=akuapem,asante
vi=hanoi,huett,saigon vo=nulik,rigik yue=jyutping zbl=bciav,bcizbl zh-Latn=tongyong,wadegile
zh-Latn|bo-Latn=pinyin
`;

/** What is to be written for subtags, and tags, that the registry has given up. */
export const preferredLanguages = `
aas=aam acn=xia adx=pcr aeb=ajt aog=myd apc=ajp bcg=bgm bfy=ppa bir=bic bmf=krm bpp=nxu cax=xba
cbr=nom cir=meg cmr=cka crr=pmk dev=gav dif=dit dmw=xrq drl=bjd dtp=ktr,kzj,kzt,tdu duz=guv dz=adp
eko=nte ema=uok gal=ilw gdj=kvs gu=prp gvr=ggn he=iw hle=sca huw=pmc iba=blg,snb id=in jal=hrr
jv=jw kak=tne kdz=ncp khk=drh kjh=zkb kmb=smd kml=kgh kru=kxl ksp=lak ktz=aue kwv=koj kxr=pat
kzk=drr,gli lcq=ppr lrr=yma mom=cjr mry=mst,myt mtm=ymt nbr=nns ngt=llo ngv=nnx nun=ayx nyc=gti
ola=thw opa=ibi oyb=jeg,skk,thx phr=pmu pij=coy,nts plu=kgm prs=drw,tnf prt=pry pub=puz quh=cqu
raq=lii ras=tie rki=ccq,ybd rmx=lmm ro=mo scv=zir snz=asd sqm=dek taj=tsf tdf=kgc tdg=tmk tpn=tpw
tpo=thc tvd=kxe twm=tkk tyj=tmp umi=szd vaj=gfx,mwj,oun waw=xkh weo=tlw xch=cmk xny=nad yam=kwq
yi=ji yug=yuu zko=xss zom=yos
`;
export const preferredScripts = `

`;
export const preferredRegions = `
CD=zr DE=dd FR=fx MM=bu TL=tp YE=yd
`;
export const preferredVariants = `
alalc97=heploc
`;
export const preferredTags = `
ami=i-ami bnn=i-bnn cmn=zh-guoyu en-GB-oxendict=en-gb-oed hak=i-hak,zh-hakka hsn=zh-xiang
jbo=art-lojban lb=i-lux nan=zh-min-nan nb=no-bok nn=no-nyn nv=i-navajo pwn=i-pwn sfb=sgn-be-fr
sgg=sgn-ch-de tao=i-tao tay=i-tay tlh=i-klingon tsu=i-tsu vgt=sgn-be-nl ase=sgn-us bfi=sgn-gb
bzs=sgn-br cmn-Hans=zh-cmn-hans cmn-Hant=zh-cmn-hant cmn=zh-cmn csn=sgn-co dse=sgn-nl dsl=sgn-dk
fsl=sgn-fr gan=zh-gan gsg=sgn-de gss=sgn-gr ise=sgn-it isg=sgn-ie jsl=sgn-jp mfs=sgn-mx ncs=sgn-ni
nsl=sgn-no psr=sgn-pt sfs=sgn-za ssp=sgn-es swl=sgn-se wuu=zh-wuu yue=zh-yue
`;

/** Languages by the script that goes without saying. */
export const usualScripts = `
Arab=ar,fa,ps,ur Armn=hy Beng=as,bn Blis=zbl Cyrl=ab,be,bg,kk,mk,ru,uk Deva=hi,mr,ne,kok,mai
Ethi=am,ti Geor=ka Grek=el Gujr=gu Guru=pa Hebr=he,iw,yi Jpan=ja Khmr=km Knda=kn Kore=ko Laoo=lo
Latn=af,ay,bs,ca,ch,cs,cy,da,de,en,eo,es,et,eu,fi,fj,fo,fr,fy,ga,gl,gn,gv,hr,ht,hu,id,in,is,it,kl,la,lb,ln,lt,lv,mg,mh,mo,ms,mt,na,nb,nd,nl,nn,no,nr,ny,om,pl,pt,qu,rm,rn,ro,rw,sg,sk,sl,sm,so,sq,ss,st,sv,sw,tl,tn,to,tr,ts,ve,vi,xh,zu,dsb,frr,frs,gsw,hsb,men,nds,niu,nso,tem,tkl,tmh,tpi,tvl
Mlym=ml Mymr=my Nkoo=nqo Orya=or Sinh=si Taml=ta Telu=te Thaa=dv Thai=th Tibt=dz
`;
