const form=document.getElementById('find'),q=document.getElementById('q'),num=document.getElementById('num'),rows=[...document.querySelectorAll('.lib>li')],all=num.textContent;
form.hidden=false;
const show=()=>{
const words=q.value.toLowerCase().split(/\s+/).filter(Boolean),kind=form.elements.k.value;
let count=0;
for(const row of rows){row.hidden=!(words.every(word=>row.dataset.w.includes(word))&&(!kind||row.dataset.k.split(' ').includes(kind)));count+=!row.hidden}
num.textContent=count===rows.length?all:count?`${count} of ${rows.length} briefings`:'No briefing has these words in its title. Try one word, or a part of it.';
};
form.addEventListener('input',show);
form.addEventListener('submit',event=>event.preventDefault());
show();
