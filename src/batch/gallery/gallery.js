if(navigator.clipboard)for(const button of document.querySelectorAll('.cmd button')){
button.hidden=false;
const word=button.firstChild,before=word.data;
button.addEventListener('click',async()=>{await navigator.clipboard.writeText(button.previousElementSibling.textContent);word.data='Copied';setTimeout(()=>word.data=before,2000)});
}
