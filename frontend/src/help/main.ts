import { mount } from 'svelte'
import '../style/tokens.css'
import '../style/base.css'
import Pages from './Pages.svelte'

mount(Pages, { target: document.getElementById('app')! })
