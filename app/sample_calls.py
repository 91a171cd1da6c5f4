"""What the invented teachers wrote of a call home, of a word with the carer or a parent, of a letter.

`{who}` is the relative spoken to, `{place}` where the parent works, `{carer}` who looks after the child. Columns: mood,
when it fits, for whom, the text (app.sample_seasons).
"""

from app.sample_seasons import Texts

CALLS = Texts("""
good|cold||{who}说过年一定回来
good|sports||讲了运动会，笑个不停
good|||{who}夸字写得好看
good|later||说数学进步了，{who}答应买书包
good|||唱了新学的歌给{who}听
good|||{who}那边有个小菜园，看了半天
good|||{who}在{place}的厂里发了工钱，先寄了生活费
good|||看了{who}住的地方，有窗户
good|after||聊期中考试，{who}很高兴
good|later|little|数了一百个数给{who}听
good|start||讲了新教室和新同桌
good|start|little|{who}问哭没哭，说没有
good|moon||一起看月亮，{who}那边也圆
good|||{who}下班早，聊了学校的饭菜
good|later|big|说当了值日班长，{who}让再念一遍
good|later||把奖状举到镜头前
good|spring||讲了去后山看映山红
good|june||说六一要上台，{who}让录下来
good|oil||说帮家里捡了半篓油茶果
good|later||讲了一个笑话，两头都笑
fair|cold||问冬天的被子够不够
fair|||聊作业和吃饭
fair|||{who}换了工地，还在{place}
fair|||讲了几句就说要写作业
fair|||{who}叮嘱听{carer}的话
fair|||信号不好，断了两回
fair|rice||家里收了稻子，说了说收成
fair|||{who}问牙疼好了没有
fair|holiday||商量放假去不去{place}
fair|||{who}加班，说得不长
fair|later||问什么时候放假
fair|||{who}问个子长了多少
fair|||要了新的钢笔和本子
fair|||问{carer}的腿好些没有
fair|cold||{who}说寄了一件棉衣
fair|hot||{who}叮嘱不要下河
fair|before||说快考试了，{who}让别慌
fair|after||把卷子上的错题讲给{who}
fair|||{who}那边下雨没开工，多说了几句
fair|end||说了复习到哪里
fair|||{who}问钱够不够用，说够
low|||想{who}，哭了一会儿
low|||问什么时候回来，{who}没说准
low|||不肯多讲，低着头
low|cold||{who}说今年可能不回来过年
low|after||说没考好，{who}没有骂
low|start||{who}刚走，电话里一直不出声
""")
CALL_TAILS = (
    "约好周末再打", "说好下次视频", "{who}让老师多费心", "挂了电话还讲了一路", "听完去打球了", "把作业拍给{who}看了",
    "", "", "", "", "{carer}也在边上说了几句", "{who}说周日再打来", "老师也和{who}说了几句",
)  # fmt: skip
CARERS = Texts("""
|||{carer}说在家肯做事，就是爱看电视
|||{carer}身体还好，接送没问题
|cold||问了吃穿，冬衣够
|||{carer}不识字，作业请隔壁姐姐看
|||说晚上九点前睡了
|||{carer}腿疼，下雨天接送慢
|||提醒路上过桥要大人牵
|||{carer}说夜里咳嗽，已买药
|||讲了在校表现，{carer}放心了
|||{carer}想知道助学金什么时候发
|hot||提醒不要去河边
|||说零花钱一天一块，够用
|later||{carer}说最近回家话多了
|||讲好家长会{carer}来
|cold||提醒灶上的火和烤火盆
|||{carer}说手机玩得多，商量只给周末玩
|||{carer}问书本费，讲了不用交
|||说好放学从哪条路走，谁来接
|||{carer}说饭量大了，个子也高了
|start||核对了电话，{carer}的号码没变
|after||把期中的成绩讲给{carer}
|||{carer}去赶集，说了两句，都好
|rice||{carer}忙收稻子，请邻居帮着接几天
|oil||{carer}上山捡油茶，中午在学校吃
|||讲了打预防针的日子，{carer}记下了
|||{carer}说夜里要起来两回，看着盖被子
""")
PARENT_CONTACTS = Texts("""
|after||把期中情况讲给{who}，{who}说会多打电话
|||{who}问学习，讲了语文好、数学要补
|||发了一段课间的视频给{who}
|||和{who}说了近来的情绪，约好每周日打电话
|||{who}担心老人管不住，商量了作息
|cold||{who}说春节前回来，想见见老师
|||微信留言，{who}晚上回了
|autumn||告诉{who}体检都好，只是视力要注意
|||{who}说在{place}一切都好，让孩子放心
|cold||请{who}先给孩子买双棉鞋
|||和{who}核对了住址和电话，没有变
|||{who}问住校的事，讲清了费用
|start||告诉{who}新学期的课表和作息
|||{who}换了班，以后晚上八点后能接
|||把孩子写的作文拍给{who}看
|||{who}问怎么在外面管作业，教了拍照打卡
|||和{who}说了头发、指甲、换洗的事
|||请{who}每次打电话先问学校，再问成绩
|before||告诉{who}快期中了，多鼓励少催
|holiday||和{who}商量假期谁来带
|||{who}说{carer}年纪大，想请老师多看一眼
""")
LETTERS = Texts("""
|rice||写了一页半，讲收稻子
|||画了一张画夹在信里
|||第一次自己写信封
|||写到妈妈的生日
|||问工地上累不累
|||抄了一首诗寄去
|||写了自己的三个愿望
|||字很工整，改了两遍
|after||把期中的名次写在第一行
|cold||问那边冷不冷，叫多穿衣
|||讲了和同桌的事，写了两页
|||说会照顾好{carer}，请放心
|sports||讲运动会，画了跑道
|||夹了一片银杏叶
|||列了想一起做的五件事
""")
