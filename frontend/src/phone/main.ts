import { mount } from 'svelte'
import '../style/tokens.css'
import '../style/base.css'
import Phone from './Phone.svelte'

mount(Phone, { target: document.getElementById('app')! })
