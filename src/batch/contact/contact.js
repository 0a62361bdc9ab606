const boxes=[...document.querySelectorAll('.eds input')],key='briefpress looked at',note=document.getElementById('n');
let known=[];
try{known=JSON.parse(localStorage[key]||'[]')}catch{}
const show=()=>{
const seen=boxes.filter(box=>box.checked);
note.textContent=`${seen.length} of ${boxes.length} looked at`;
for(const group of document.querySelectorAll('.grp>li'))group.classList.toggle('seen',!group.querySelector('.eds input:not(:checked)'));
};
for(const box of boxes){
box.checked=known.includes(box.id);
box.addEventListener('change',()=>{
known=known.filter(id=>id!==box.id).concat(box.checked?[box.id]:[]);
try{localStorage[key]=JSON.stringify(known)}catch{}
show();
});
}
for(const label of document.querySelectorAll('label[hidden]'))label.hidden=false;
show();
