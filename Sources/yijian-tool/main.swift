print("yijian")
