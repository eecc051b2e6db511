import { mount } from 'svelte'
import '../style/tokens.css'
import '../style/base.css'
import './brand.css'
import '../style/letters.svelte'
import '../style/theme.svelte'
import Phone from './Phone.svelte'

const target = document.getElementById('app')!
target.replaceChildren()
mount(Phone, { target })
