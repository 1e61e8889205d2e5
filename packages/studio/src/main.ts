import './app/zod-without-eval.ts'
import './ui/tokens.css'
import './ui/base.css'
import { createApp } from 'vue'
import App from './app/App.vue'
import { dressPage } from './app/theme.ts'

dressPage()
createApp(App).mount('#app')
