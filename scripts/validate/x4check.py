"""PDF/X-4 (ISO 15930-7:2010) machine checks with pikepdf. exit 1 on any finding."""
import sys,re,pikepdf
from pikepdf import Name,Dictionary,Array,Stream
def box(o): return [float(x) for x in o]
def inh(page,k):
    o=page.obj
    while o is not None:
        if k in o: return o[k]
        o=o.get('/Parent')
def check(f):
    E=[]; e=lambda c,m:E.append((c,m)); p=pikepdf.open(f); R=p.Root
    if p.is_encrypted: e('encrypt','file is encrypted')
    if float(p.pdf_version)>1.6: e('version',f'header {p.pdf_version}; X-4 says 1.6 (readers accept 1.7)')
    if '/ID' not in p.trailer: e('id','no trailer /ID')
    md=R.get('/Metadata'); x=md.read_bytes() if md is not None else b''
    if not x: e('xmp','no XMP')
    else:
        if '/Filter' in md: e('xmp','XMP stream filtered')
        if not re.search(rb'GTS_PDFXVersion[^<]*?(>|=")\s*PDF/X-4p?\s*(<|")',x): e('pdfxid','pdfxid:GTS_PDFXVersion is not PDF/X-4')
        for k in (b'xmp:CreateDate',b'xmp:ModifyDate',b'xmp:MetadataDate',b'dc:title',b'xmpMM:DocumentID',b'xmpMM:RenditionClass',b'xmpMM:VersionID',b'pdf:Trapped'):
            if k not in x: e('xmp',f'{k.decode()} absent from XMP')
        m=re.search(rb'pdf:Trapped[^<]*?(?:>|=")\s*(\w+)',x)
        if m and m[1] not in (b'True',b'False'): e('trapped','pdf:Trapped not True/False')
    t=str(p.docinfo.get('/Trapped','')) if '/Info' in p.trailer else ''
    if '/Info' in p.trailer and t not in ('/True','/False'): e('trapped',f'Info Trapped={t or None}')
    oi=[o for o in R.get('/OutputIntents',[]) if o.get('/S')==Name.GTS_PDFX]; n=None
    if len(oi)!=1: e('outputintent',f'{len(oi)} GTS_PDFX output intents')
    else:
        if '/OutputConditionIdentifier' not in oi[0]: e('outputintent','no OutputConditionIdentifier')
        d=oi[0].get('/DestOutputProfile')
        if d is None: e('outputintent','no DestOutputProfile (X-4; X-4p may use DestOutputProfileRef)')
        else:
            b=d.read_bytes(); n=int(d.N)
            if b[12:16]!=b'prtr': e('icc',f'device class {b[12:16]!r}, not prtr')
            if {b'CMYK':4,b'RGB ':3,b'GRAY':1}.get(b[16:20])!=n: e('icc',f'N={n} vs {b[16:20]!r}')
            if b[8]>4: e('icc','ICC major version > 4')
    ok={4:{'/DeviceCMYK','/DeviceGray'},3:{'/DeviceRGB','/DeviceGray'},1:{'/DeviceGray'},None:set()}[n]
    def cs(c,where):
        if isinstance(c,Name):
            if str(c) in ('/DeviceRGB','/DeviceCMYK','/DeviceGray') and str(c) not in ok: e('colour',f'{c} {where} not covered by output intent')
        elif isinstance(c,Array) and len(c):
            h=str(c[0])
            if h in ('/Indexed',): cs(c[1],where)
            elif h in ('/Separation','/DeviceN'): cs(c[2],where)
            elif h=='/Pattern' and len(c)>1: cs(c[1],where)
    OPS={'rg':'/DeviceRGB','RG':'/DeviceRGB','k':'/DeviceCMYK','K':'/DeviceCMYK','g':'/DeviceGray','G':'/DeviceGray'}
    seen=set()
    def scan(o,res,where):
        dflt={'/DeviceRGB':'/DefaultRGB','/DeviceCMYK':'/DefaultCMYK','/DeviceGray':'/DefaultGray'}
        css=res.get('/ColorSpace',{}) if res is not None else {}
        for ops,op in pikepdf.parse_content_stream(o):
            op=str(op)
            if op in OPS and dflt[OPS[op]] not in css: cs(Name(OPS[op]),f'operator {op} {where}')
            if op in('cs','CS') and isinstance(ops[0],Name):
                c=ops[0]; cs(css[str(c)] if str(c) in css else c,where)
            if op=='INLINE IMAGE': pass
    for i,pg in enumerate(p.pages,1):
        w=f'page {i}'; mb=inh(pg,'/MediaBox'); tb=pg.obj.get('/TrimBox'); ab=pg.obj.get('/ArtBox'); bb=pg.obj.get('/BleedBox'); cb=inh(pg,'/CropBox')
        if (tb is None)==(ab is None): e('box',f'{w}: exactly one of TrimBox/ArtBox required')
        ins=lambda a,b:a[0]>=b[0]-.01 and a[1]>=b[1]-.01 and a[2]<=b[2]+.01 and a[3]<=b[3]+.01
        ta=tb if tb is not None else ab
        if ta is not None:
            if not ins(box(ta),box(mb)): e('box',f'{w}: Trim/ArtBox outside MediaBox')
            if bb is not None and not ins(box(ta),box(bb)): e('box',f'{w}: Trim/ArtBox outside BleedBox')
        if bb is not None and not ins(box(bb),box(mb)): e('box',f'{w}: BleedBox outside MediaBox')
        lim=box(bb if bb is not None else ta if ta is not None else mb)
        for a in pg.obj.get('/Annots',[]):
            if a.get('/Subtype') in (Name.TrapNet,Name.PrinterMark): continue
            r=box(a.Rect)
            if int(a.get('/F',0))&2: continue
            if r[0]<lim[2] and r[2]>lim[0] and r[1]<lim[3] and r[3]>lim[1]: e('annot',f'{w}: {a.Subtype} annotation inside BleedBox/TrimBox')
        if '/PresSteps' in pg.obj: e('page',w+': PresSteps')
        scan(pg.obj,inh(pg,'/Resources'),w)
    for o in p.objects:
        if isinstance(o,(Dictionary,Stream)):
            S=o.get('/Subtype'); T=o.get('/Type')
            if S==Name.PS or o.get('/Subtype2')==Name.PS: e('ps','PostScript XObject')
            if S==Name.Image and '/ColorSpace' in o: cs(o.ColorSpace,f'image {o.objgen[0]}')
            if S==Name.Image and '/Alternates' in o: e('image','Alternates')
            if '/OPI' in o: e('opi','OPI')
            if S==Name.Form and isinstance(o,Stream): scan(o,o.get('/Resources'),f'form {o.objgen[0]}')
            if isinstance(o.get('/Group'),Dictionary) and '/CS' in o.Group: cs(o.Group.CS,'group')
            if '/TR' in o and T==Name.ExtGState or ('/TR' in o and '/FL' in o): e('gs','TR in ExtGState')
            if '/TR2' in o and o.TR2!=Name.Default: e('gs','TR2 not Default')
            if '/HTP' in o: e('gs','HTP')
            if T==Name.FontDescriptor and not any(k in o for k in('/FontFile','/FontFile2','/FontFile3')): e('font',f'{o.get("/FontName")} not embedded')
            if T==Name.Font and S in(Name.Type1,Name.TrueType) and '/FontDescriptor' not in o: e('font',f'{o.get("/BaseFont")} not embedded')
            if o.get('/S')==Name.JavaScript or '/JS' in o: e('action','JavaScript')
            if isinstance(o,Stream) and '/F' in o and isinstance(o.get('/F'),(Dictionary,)): e('stream','external stream')
            if isinstance(o,Stream) and ('/LZWDecode' in str(o.get('/Filter'))): e('filter','LZW')
    for k in('/OpenAction','/AA'):
        a=R.get(k)
        if isinstance(a,Dictionary) and (k=='/AA' or a.get('/S') is not None): e('action',f'Catalog {k} {a.get("/S")}')
    if '/AcroForm' in R and '/XFA' in R.AcroForm: e('form','XFA')
    for d in [x for x in p.objects if isinstance(x,Dictionary) and x.get('/Type')==Name.ExtGState]:
        if '/TR' in d: e('gs','TR in ExtGState')
    for pg in p.pages:
        for g in (inh(pg,'/Resources') or {}).get('/ExtGState',{}).values():
            if '/TR' in g: e('gs','TR in ExtGState')
        for xo in (inh(pg,'/Resources') or {}).get('/XObject',{}).values():
            pass
    return sorted(set(E))
if __name__=='__main__':
    bad=0
    for f in sys.argv[1:]:
        r=check(f); bad|=bool(r); print('FAIL' if r else 'PASS','X-4',f); [print('   ',*x) for x in r[:6]]
    sys.exit(bad)
