import { SqliteConnection } from '../apps/server/src/platform/database/dialects/sqlite-connection.ts';
const times=new Map<string,{n:number,t:number}>();
for (const name of ['runNow'] as const) { const orig=SqliteConnection.prototype[name]; SqliteConnection.prototype[name]=function(this: SqliteConnection, sql: string, p?: never){ const a=process.hrtime.bigint(); try { return orig.call(this,sql,p);} finally { const d=Number(process.hrtime.bigint()-a)/1000; const k=sql.slice(0,90); const e=times.get(k)??{n:0,t:0}; e.n++; e.t+=d; times.set(k,e);} } as never; }
const origAll=SqliteConnection.prototype.all; SqliteConnection.prototype.all=function(this:SqliteConnection,sql:string,p:never){ const a=process.hrtime.bigint(); const r=origAll.call(this,sql,p); const d=Number(process.hrtime.bigint()-a)/1000; const k='READ '+sql.slice(0,90); const e=times.get(k)??{n:0,t:0}; e.n++; e.t+=d; times.set(k,e); return r;} as never;
await import('./zz-micro.ts');
let tot=0; for(const [k,e] of [...times].sort((a,b)=>b[1].t-a[1].t).slice(0,30)){ console.log((e.t/1000).toFixed(0).padStart(7)+'ms', String(e.n).padStart(7), (e.t/e.n).toFixed(1).padStart(7)+'us', k); }
