// in-process CPU cost of the deposit command and of the HTTP route
import { cpSync, mkdirSync, rmSync, readFileSync } from 'node:fs';
import { simulatedClock } from '/work/main/apps/server/src/platform/clock.ts';
import { openDatabase } from '/work/main/apps/server/src/platform/database/open-database.ts';
import { createTestPlatform } from '/work/main/apps/server/src/platform/http/test-app.ts';
import { buildAppOf } from '/work/main/apps/server/src/platform/http/build-app.ts';
import { allFeatures } from '/work/main/apps/server/src/app.ts';
import { takeReceipt, openTill } from '/work/main/apps/server/src/features/counter/index.ts';
import { silentLog } from '/work/main/apps/server/src/platform/log/log.ts';
import { money } from '/work/main/packages/core/src/index.ts';
import { readdirSync, statSync } from 'node:fs';
const base='/work/main/.cache/bench-society/';
const small=readdirSync(base).map(x=>base+x).find(x=>statSync(x+'/kafal.db').size<1e8)!;
const dir='/tmp/micro-db'; rmSync(dir,{recursive:true,force:true}); mkdirSync(dir); cpSync(small+'/kafal.db',dir+'/kafal.db');
const society=JSON.parse(readFileSync(small+'/society.json','utf8'));
const clock={now:()=>Date.now()} as never;
const database=await openDatabase({kind:'sqlite',path:dir+'/kafal.db',unsafeForTests:true});
const t=await createTestPlatform({clock,database});
const platform={...t.platform,log:silentLog()};
const created=await buildAppOf(platform,allFeatures);
const user=await platform.database.selectFrom('user').innerJoin('login_name','login_name.userId','user.id').select(['user.id','user.name']).where('nameKey','=','cashier1').executeTakeFirstOrThrow();
const perms=await platform.database.selectFrom('role_permission').select('permission').where('roleCode','=','cashier').execute();
const actor={userId:user.id,kind:'staff',memberId:null,roleCode:'cashier',permissions:new Set(perms.map(p=>p.permission)),sessionId:'x',name:user.name,language:'en',address:'127.0.0.1',agent:'',requestId:'r'} as never;
created.app.authenticateWith({authenticate:()=>actor});
let k=0; const key=()=>`micro-${String(++k).padStart(14,'0')}`;
await openTill(platform,actor,{tillId:Number(society.cashiers[0].tillId),count:{},fromVault:money(0)},{key:key(),requestHash:'x'});
const mode=process.argv[2]??'command'; const conc=Number(process.argv[3]??64); const n=Number(process.argv[4]??5000);
async function one(){ const s=society.savers[k%society.savers.length];
 if(mode==='command') await takeReceipt(platform,actor,{memberId:Number(s.memberId),lines:[{kind:'savings',depositId:Number(s.depositId),amount:money(10000)}],mode:'cash'} as never,{key:key(),requestHash:'x'});
 else { const a=await created.app.inject({method:'POST',url:'/api/receipts',headers:{'idempotency-key':key(),authorization:'x'},payload:{memberId:s.memberId,lines:[{kind:'savings',depositId:s.depositId,amount:'100.00'}],mode:'cash'}}); if(a.statusCode!==201) throw new Error(a.body);} }
async function run(n:number){ let left=n; await Promise.all(Array.from({length:conc},async()=>{while(left-->0) await one();})); }
await run(2000);
for(let i=0;i<4;i++){ const a=process.cpuUsage(); const w=performance.now(); await run(n); const c=process.cpuUsage(a); console.log(mode,conc,((c.user+c.system)/n).toFixed(1),'us cpu (user',(c.user/n).toFixed(1)+')',((performance.now()-w)*1000/n).toFixed(1),'us wall'); }
await created.app.close(); await database.close();
