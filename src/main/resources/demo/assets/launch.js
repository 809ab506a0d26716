document.getElementById('launch').submit();
