import './app/zod-without-eval.ts'
import './ui/tokens.css'
import './ui/base.css'
import { createApp } from 'vue'
import App from './app/App.vue'

createApp(App).mount('#app')
