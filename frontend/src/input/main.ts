import { mount } from 'svelte'
import '../style/tokens.css'
import '../style/base.css'
import InputPage from './InputPage.svelte'

mount(InputPage, { target: document.getElementById('app')! })
